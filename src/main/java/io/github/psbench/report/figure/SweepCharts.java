package io.github.psbench.report.figure;

import io.github.psbench.eval.Metric;
import io.github.psbench.report.chart.Chart;
import io.github.psbench.report.chart.HeatMap;
import io.github.psbench.report.chart.Lines;
import io.github.psbench.report.figure.SweepFigure.Measured;
import io.github.psbench.report.statistics.Sample;
import io.github.psbench.report.text.Decimals;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.spec.Sweep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Draws a sweep: over one axis lines, over two a heat map for each declared row. */
final class SweepCharts {
    /** A logarithmic axis is for values that span more than this. */
    private static final double TWO_DECADES = 100;

    private final Sweep sweep;
    private final Metric metric;
    private final List<String> bases;

    /** Those that lie on all axes. */
    private final List<Measured> onGrid;

    private final int besideGrid;

    SweepCharts(Sweep sweep, List<Measured> measured, Metric metric) {
        this.sweep = sweep;
        this.metric = metric;
        bases = sweep.points().stream().map(Sweep.Point::base).distinct().toList();
        onGrid = measured.stream()
                .filter(point -> sweep.axes().stream().allMatch(axis -> point.place(axis) >= 0))
                .toList();
        besideGrid = measured.size() - onGrid.size();
    }

    /** Why there is no chart, or what is not in it; whole clauses. */
    List<String> notes() {
        int axes = sweep.axes().size();
        if (axes == 0 || axes > 2) {
            return List.of("a sweep over " + (axes == 0 ? "points by hand" : axes + " axes")
                    + " has no chart, only one over one or two axes has; its numbers are in the CSV file");
        }
        return besideGrid == 0
                ? List.of()
                : List.of(besideGrid + (besideGrid == 1 ? " point was" : " points were")
                        + " set by hand beside the axes and stand only in the CSV file");
    }

    List<Chart> charts() {
        if (onGrid.isEmpty()) {
            return List.of();
        }
        return switch (sweep.axes().size()) {
            case 1 -> List.of(lines(sweep.axes().get(0)));
            case 2 ->
                bases.stream()
                        .map(this::ofBase)
                        .filter(points -> !points.isEmpty())
                        .map(points -> heatMap(
                                points, sweep.axes().get(0), sweep.axes().get(1)))
                        .toList();
            default -> List.of();
        };
    }

    private List<Measured> ofBase(String base) {
        return onGrid.stream()
                .filter(point -> point.point().base().equals(base))
                .toList();
    }

    private Chart lines(Sweep.Axis axis) {
        double[] numbers = numbers(axis);
        List<Lines.Line> lines = new ArrayList<>();
        for (int style = 0; style < bases.size(); style++) {
            List<Measured> points = ofBase(bases.get(style));
            if (!points.isEmpty()) {
                lines.add(new Lines.Line(
                        legend(points),
                        style,
                        points.stream()
                                .map(point -> point(point, axis, numbers))
                                .sorted(Comparator.comparingDouble(Lines.Point::x))
                                .toList()));
            }
        }
        Measured best = best(onGrid);
        Lines.Point at = point(best, axis, numbers);
        String legend = "highest: " + PlainText.of(best.point().row()) + ", " + Decimals.rounded(at.y());
        return new Lines(
                new Chart.Labels("", label(axis), metric.heading() + " (%)"),
                scale(axis, numbers),
                lines,
                new Lines.Mark(legend, at.x(), at.y()));
    }

    private static Lines.Point point(Measured point, Sweep.Axis axis, double[] numbers) {
        int place = point.place(axis);
        Sample sample = point.sample();
        return new Lines.Point(
                numbers.length == 0 ? place : numbers[place], sample.mean(), FigureInput.deviation(sample));
    }

    private static Lines.Scale scale(Sweep.Axis axis, double[] numbers) {
        if (numbers.length == 0) {
            return new Lines.Words(words(axis));
        }
        double low = Arrays.stream(numbers).min().orElseThrow();
        double high = Arrays.stream(numbers).max().orElseThrow();
        return low > 0 && high / low > TWO_DECADES ? new Lines.Logarithmic() : new Lines.Linear();
    }

    private Chart heatMap(List<Measured> points, Sweep.Axis along, Sweep.Axis upwards) {
        List<List<@Nullable Double>> values = new ArrayList<>();
        for (int row = 0; row < upwards.values().size(); row++) {
            @Nullable Double[] cells = new @Nullable Double[along.values().size()];
            for (Measured point : points) {
                if (point.place(upwards) == row) {
                    cells[point.place(along)] = point.sample().mean();
                }
            }
            values.add(Arrays.asList(cells));
        }
        Measured best = best(points);
        return new HeatMap(
                new Chart.Labels(
                        legend(points) + ", mean " + metric.heading() + " (%); framed: the highest, "
                                + Decimals.rounded(best.sample().mean()),
                        label(along),
                        label(upwards)),
                words(along),
                words(upwards),
                values);
    }

    /** The declared row of the points, and how many seeds they have. */
    private static String legend(List<Measured> points) {
        int least =
                points.stream().mapToInt(point -> point.scores().size()).min().orElseThrow();
        int most =
                points.stream().mapToInt(point -> point.scores().size()).max().orElseThrow();
        return PlainText.of(points.get(0).point().base()) + " (n = " + (least == most ? "" : least + " to ") + most
                + ")";
    }

    /** The first of the highest. */
    static Measured best(List<Measured> points) {
        Measured best = points.get(0);
        for (Measured point : points) {
            if (point.sample().mean() > best.sample().mean()) {
                best = point;
            }
        }
        return best;
    }

    private static String label(Sweep.Axis axis) {
        return PlainText.of(String.join(" / ", axis.keys()));
    }

    private static List<String> words(Sweep.Axis axis) {
        return axis.values().stream()
                .map(values -> PlainText.of(String.join(" / ", values)))
                .toList();
    }

    /** The values of an axis of one key; none if any is not a number. */
    private static double[] numbers(Sweep.Axis axis) {
        if (axis.keys().size() != 1) {
            return new double[0];
        }
        List<OptionalDouble> numbers =
                axis.values().stream().map(values -> number(values.get(0))).toList();
        return numbers.stream().allMatch(OptionalDouble::isPresent)
                ? numbers.stream().mapToDouble(OptionalDouble::getAsDouble).toArray()
                : new double[0];
    }

    private static OptionalDouble number(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(Double::isFinite).stream()
                    .mapToDouble(Double::doubleValue)
                    .findFirst();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
