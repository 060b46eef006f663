package io.github.psbench.cli;

import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.export.FinishedTrial;
import io.github.psbench.run.StoredTrial;
import io.github.psbench.run.TrialState;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;

/** Which trials are exported. */
final class ExportedTrials {
    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private TrialFilter filter = new TrialFilter();

    /**
     * By experiment, row, data set and seed.
     *
     * @throws Failure of kind USAGE if there are none, of kind DATA if the files of one are damaged
     */
    List<FinishedTrial> read(Progress progress) {
        if (!Files.isDirectory(store.results())) {
            throw Failure.usage("%s is not a folder. Name the folder of results with --results.", store.results());
        }
        List<StoredTrial> chosen = store.trials().all().stream()
                .filter(trial -> trial.state() == TrialState.DONE)
                .filter(filter)
                .toList();
        if (chosen.isEmpty()) {
            throw Failure.usage(
                    "%s holds no finished trial that was asked for. `psbench runs list` shows what it holds; a trial goes by the experiment and"
                            + " row that it was first run for, which --from and --rows choose by.",
                    store.results());
        }
        List<FinishedTrial> trials = new ArrayList<>();
        try (Progress.Task task = progress.begin("reading trials", chosen.size())) {
            for (StoredTrial trial : chosen) {
                trials.add(FinishedTrial.read(trial));
                task.advance(1);
            }
        }
        return trials;
    }
}
