package io.github.psbench.cli;

import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.export.FinishedTrial;
import io.github.psbench.export.Selection;
import io.github.psbench.run.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which trials are exported. */
final class ExportSelection {
    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Where the trials are kept. Default: ${DEFAULT-VALUE}.")
    private Path results = Path.of("results");

    @Option(
            names = "--from",
            paramLabel = "NAME",
            description = "Only trials that were first run for this experiment file, such as table2. Default: all.")
    private @Nullable String experiment;

    @Option(
            names = "--rows",
            paramLabel = "NAME[,NAME...]",
            split = ",",
            description = "Only trials that were first run for these rows. Default: all.")
    private List<String> rows = List.of();

    @Option(
            names = "--datasets",
            paramLabel = "NAME[,NAME...]",
            split = ",",
            description = "Only trials on these data sets. Default: all.")
    private List<String> datasets = List.of();

    /** @throws Failure of kind USAGE if there are none */
    List<FinishedTrial> trials(Progress progress) {
        if (!Files.isDirectory(results)) {
            throw Failure.usage("%s is not a folder. Name the folder of results with --results.", results);
        }
        RunStore store = new RunStore(results);
        List<FinishedTrial> trials;
        try (Progress.Task task =
                progress.begin("reading trials", Math.max(1, store.finished().size()))) {
            trials = new Selection(experiment, rows, datasets).of(store, id -> task.advance(1));
        }
        if (trials.isEmpty()) {
            throw Failure.usage(
                    "%s holds no finished trial that was asked for. `psbench run` makes them; a trial goes by the experiment and row that it"
                            + " was first run for, which --from and --rows choose by.",
                    results);
        }
        return trials;
    }
}
