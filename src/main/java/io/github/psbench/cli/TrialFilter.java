package io.github.psbench.cli;

import io.github.psbench.run.StoredTrial;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which trials of a store are meant, to be mixed in. A trial goes by the experiment, row and column that it was first run for. */
final class TrialFilter implements Predicate<StoredTrial> {
    @Option(
            names = "--from",
            paramLabel = "NAME",
            description = "Only trials that were first run for this experiment, such as table2. Default: all.")
    private @Nullable String experiment;

    @Option(
            names = "--rows",
            paramLabel = "TEXT[,TEXT...]",
            split = ",",
            description = "Only trials of rows whose name contains one of these, in any case. Default: all.")
    private List<String> rows = List.of();

    @Option(
            names = "--datasets",
            paramLabel = "NAME[,NAME...]",
            split = ",",
            description = "Only trials on these data sets. Default: all.")
    private List<String> datasets = List.of();

    @Override
    public boolean test(StoredTrial trial) {
        return (experiment == null || experiment.equals(trial.experiment()))
                && (rows.isEmpty() || rows.stream().anyMatch(text -> contains(trial.row(), text)))
                && (datasets.isEmpty() || (trial.dataset() != null && datasets.contains(trial.dataset())));
    }

    private static boolean contains(@Nullable String row, String text) {
        return row != null && row.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
