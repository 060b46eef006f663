package io.github.psbench.cli;

import io.github.psbench.base.Progress;
import io.github.psbench.run.Plan;
import io.github.psbench.run.RunStore;
import io.github.psbench.spec.Choices;
import io.github.psbench.spec.Experiment;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which experiment, and what of it: shared by plan, run and report. */
final class ExperimentOptions {
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
            paramLabel = "NAME",
            split = ",",
            description = "Only these rows of the file, separated by commas.")
    private List<String> rows = List.of();

    @Option(names = "--seeds", paramLabel = "SEEDS", description = "Seeds instead of the file's: 0..4, or 0,1,2.")
    private String seeds = "";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Changes a setting of every trial, such as loss.asmr.lambda=4. May be repeated.")
    private List<String> settings = List.of();

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Where runs and tables are kept. Default: ${DEFAULT-VALUE}.")
    private Path results = Path.of("results");

    @Mixin
    private DataRootOption data = new DataRootOption();

    Experiment experiment() {
        return Experiment.read(
                file,
                new Choices(profile, datasets, seeds.isEmpty() ? List.of() : Choices.seedsFrom(seeds), rows, settings));
    }

    Plan plan(Experiment experiment, Progress progress) {
        return Plan.of(experiment, data.places(), new RunStore(results), progress);
    }

    DataRootOption data() {
        return data;
    }

    /** Where the table goes: a profile that was asked for by name has a folder of its own, so that it does not replace the usual table. */
    Path tables() {
        Path tables = results.resolve("tables");
        return profile == null ? tables : tables.resolve(profile.replaceAll("[^A-Za-z0-9-]", "-"));
    }
}
