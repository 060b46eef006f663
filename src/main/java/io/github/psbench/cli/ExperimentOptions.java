package io.github.psbench.cli;

import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
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
        return Experiment.read(file, new Choices(profile, datasets, parsedSeeds(), rows, settings));
    }

    Plan plan(Experiment experiment, Progress progress) {
        return Plan.of(experiment, data.places(), new RunStore(results), progress);
    }

    DataRootOption data() {
        return data;
    }

    Path tables() {
        return results.resolve("tables");
    }

    private List<Long> parsedSeeds() {
        List<Long> parsed = new ArrayList<>();
        try {
            if (seeds.contains("..")) {
                String[] ends = seeds.split("\\.\\.", 2);
                long last = Long.parseLong(ends[1].strip());
                for (long seed = Long.parseLong(ends[0].strip()); seed <= last; seed++) {
                    parsed.add(seed);
                    if (parsed.size() > 10_000) {
                        throw Failure.usage("--seeds %s: at most 10000 seeds at a time.", seeds);
                    }
                }
            } else if (!seeds.isBlank()) {
                for (String seed : seeds.split(",", -1)) {
                    parsed.add(Long.parseLong(seed.strip()));
                }
            }
        } catch (NumberFormatException e) {
            throw Failure.usage("--seeds %s: expected whole numbers, such as 0..4 or 0,1,2.", seeds);
        }
        if (parsed.isEmpty() && !seeds.isEmpty()) {
            throw Failure.usage("--seeds %s: names no seed; the first must not be above the last.", seeds);
        }
        return parsed;
    }
}
