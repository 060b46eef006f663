package io.github.psbench.report.figure;

import io.github.psbench.eval.Metric;
import io.github.psbench.report.statistics.Sample;
import io.github.psbench.report.statistics.SeedValue;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Sweep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The scores at the points of a sweep. */
final class SweepFigure {
    /**
     * A point with at least one finished trial.
     *
     * @param scores by seed, in percent
     */
    record Measured(Sweep.Point point, List<SeedValue> scores) {
        Sample sample() {
            return new Sample(scores.stream().map(SeedValue::value).toList());
        }

        /** The index of the value that the point has on an axis; -1 if it is beside it. */
        int place(Sweep.Axis axis) {
            List<String> values = new ArrayList<>();
            for (String key : axis.keys()) {
                values.add(point.values().getOrDefault(key, ""));
            }
            return axis.values().indexOf(values);
        }
    }

    private SweepFigure() {}

    static FigurePage of(FigureInput input, Metric metric) {
        String title = metric.heading() + " over the sweep on " + PlainText.of(input.dataset());
        Sweep sweep = input.experiment().sweep();
        if (sweep == null) {
            return new FigurePage(
                    title, List.of(), List.of(), List.of(), List.of("the experiment file declares no sweep"));
        }
        List<Measured> measured = measured(input, sweep, metric);
        List<String> notes = new ArrayList<>();
        SweepCharts charts = new SweepCharts(sweep, measured, metric);
        if (measured.isEmpty()) {
            notes.add("no trial is finished");
        } else {
            notes.addAll(charts.notes());
        }
        return new FigurePage(
                title,
                measured.stream().map(point -> point.scores().size()).toList(),
                numbers(input, sweep, measured, metric),
                charts.charts(),
                notes);
    }

    /** In the order of the sweep. */
    static List<Measured> measured(FigureInput input, Sweep sweep, Metric metric) {
        List<Measured> measured = new ArrayList<>();
        for (Sweep.Point point : sweep.points()) {
            List<SeedValue> scores = input.ofRow(point.row(), TrialOutcome::result).stream()
                    .map(found -> new SeedValue(
                            found.trial().spec().seed(), metric.of(found.value().scores())))
                    .toList();
            if (!scores.isEmpty()) {
                measured.add(new Measured(point, scores));
            }
        }
        return measured;
    }

    private static List<List<@Nullable Object>> numbers(
            FigureInput input, Sweep sweep, List<Measured> measured, Metric metric) {
        Set<String> keys = new LinkedHashSet<>();
        sweep.axes().forEach(axis -> keys.addAll(axis.keys()));
        sweep.points().forEach(point -> keys.addAll(point.values().keySet()));
        List<Long> seeds = input.experiment().seeds();
        List<List<@Nullable Object>> numbers = new ArrayList<>();
        numbers.add(Stream.of(
                        Stream.of("dataset", "row", "point"),
                        keys.stream(),
                        Stream.of("metric", "mean", "sd", "n"),
                        seeds.stream().map(seed -> "seed " + seed))
                .flatMap(headings -> headings)
                .<@Nullable Object>map(heading -> heading)
                .toList());
        for (Measured at : measured) {
            Sample sample = at.sample();
            List<@Nullable Object> line = new ArrayList<>(Arrays.<@Nullable Object>asList(
                    input.dataset(), at.point().base(), at.point().row()));
            keys.forEach(key -> line.add(at.point().values().get(key)));
            line.addAll(Arrays.<@Nullable Object>asList(
                    metric.key(), sample.mean(), FigureInput.deviation(sample), sample.size()));
            for (long seed : seeds) {
                line.add(at.scores().stream()
                        .filter(score -> score.seed() == seed)
                        .map(SeedValue::value)
                        .findFirst()
                        .orElse(null));
            }
            numbers.add(line);
        }
        return numbers;
    }
}
