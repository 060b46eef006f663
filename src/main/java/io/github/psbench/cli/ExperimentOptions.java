package io.github.psbench.cli;

import io.github.psbench.base.Progress;
import io.github.psbench.base.Sha256;
import io.github.psbench.run.Plan;
import io.github.psbench.run.RunStore;
import io.github.psbench.spec.Choices;
import io.github.psbench.spec.Experiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which experiment, and what of it: shared by plan, run and report. */
final class ExperimentOptions {
    private static final int LONGEST_NAME = 100;

    @Parameters(paramLabel = "FILE", description = "The experiment file, such as experiments/table2.yaml.")
    private Path file = Path.of("");

    @Option(names = "--profile", paramLabel = "NAME", description = "The profile to use. Default: the file's own.")
    private @Nullable String profile;

    @Option(
            names = "--datasets",
            paramLabel = "NAME",
            split = ",",
            description = "Only these data sets of the file, separated by commas. Default: those of the profile.")
    private List<String> datasets = List.of();

    @Option(
            names = "--rows",
            paramLabel = "NAME[,NAME...]",
            description =
                    "Only these rows of the file, separated by commas. With a sweep: these at all its points, or a"
                            + " single one such as 'Ours, lambda = 4'. Default: those of the profile.")
    private List<String> rows = List.of();

    @Option(names = "--seeds", paramLabel = "SEEDS", description = "Seeds instead of the file's: 0..4, or 0,1,2.")
    private @Nullable String seeds;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Changes a setting of every trial, such as loss.asmr.lambda=4. May be repeated.")
    private List<String> settings = List.of();

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Where runs, tables and figures are kept. Default: ${DEFAULT-VALUE}.")
    private Path results = Path.of("results");

    @Mixin
    private DataRootOption data = new DataRootOption();

    Experiment experiment() {
        return Experiment.read(
                file,
                new Choices(profile, datasets, seeds == null ? List.of() : Choices.seedsFrom(seeds), rows, settings));
    }

    Plan plan(Experiment experiment, Progress progress) {
        return Plan.of(experiment, data.places(), store(), progress);
    }

    RunStore store() {
        return new RunStore(results);
    }

    Path results() {
        return results;
    }

    DataRootOption data() {
        return data;
    }

    /** Where the table goes. */
    Path tables(SplitOption splits) {
        return folder("tables", splits.name().isEmpty() ? List.of() : List.of(splits.name()));
    }

    /** Where the figures go. */
    Path figures(QueryOption queries, CategoriesOption categories) {
        List<String> chosen = new ArrayList<>(categories.chosen());
        if (!queries.name().isEmpty()) {
            chosen.add(0, queries.name());
        }
        return folder("figures", chosen);
    }

    /** What is made of a part of the experiment, or of a changed one, goes into a folder of its own and does not replace the usual. */
    private Path folder(String kind, List<String> more) {
        List<String> choices = new ArrayList<>();
        if (profile != null) {
            choices.add(profile);
        }
        choices.addAll(datasets);
        choices.addAll(rows);
        if (seeds != null) {
            choices.add("seeds-" + seeds);
        }
        choices.addAll(settings);
        choices.addAll(more);
        Path folder = results.resolve(kind);
        return choices.isEmpty() ? folder : folder.resolve(folderName(String.join("_", choices)));
    }

    private static String folderName(String text) {
        String name = text.replaceAll("[^A-Za-z0-9=_.-]", "-").replaceAll("\\.\\.+", "-");
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME) + "-" + Sha256.ofText(text).substring(0, 8);
    }
}
