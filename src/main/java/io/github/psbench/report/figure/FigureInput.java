package io.github.psbench.report.figure;

import io.github.psbench.base.Progress;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.report.statistics.Sample;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.TrialSpec;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a figure of one data set is made from.
 *
 * @param trials the finished trials on the data set, in the experiment's order
 * @param people the images of a trial's data set, where they are to be had; else throws a {@link io.github.psbench.base.Failure} of kind DATA
 * @param progress for what takes longer
 */
record FigureInput(
        Experiment experiment,
        String dataset,
        List<TrialOutcome> trials,
        TrialFiles files,
        Function<TrialSpec, PersonDataset> people,
        Progress progress) {
    /** What a finished trial has to show. */
    record Found<T>(TrialOutcome trial, T value) {}

    /** What a row's trials have to show, in the order of the seeds; those for which the reader finds nothing are left out. */
    <T> List<Found<T>> ofRow(String row, Function<TrialOutcome, @Nullable T> reader) {
        return trials.stream()
                .filter(trial -> trial.spec().row().equals(row))
                .map(trial -> found(trial, reader.apply(trial)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static <T> @Nullable Found<T> found(TrialOutcome trial, @Nullable T value) {
        return value == null ? null : new Found<>(trial, value);
    }

    /** Whether the pictures of the data set may be of real people. */
    boolean showsRealPeople() {
        return trials.stream().anyMatch(trial -> trial.spec().data().showsRealPeople());
    }

    /** A row's colour and marker, the same in all figures of the experiment. */
    int style(String row) {
        return experiment.rows().indexOf(row);
    }

    /** NaN for one value, which has none. */
    static double deviation(Sample sample) {
        return sample.standardDeviation().orElse(Double.NaN);
    }

    /** A row in a legend. */
    static String legend(String row, int seeds) {
        return PlainText.of(row) + " (n = " + seeds + ")";
    }
}
