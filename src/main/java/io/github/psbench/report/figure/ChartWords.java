package io.github.psbench.report.figure;

import io.github.psbench.report.chart.Bars;
import io.github.psbench.report.chart.Chart;
import io.github.psbench.report.chart.HeatMap;
import io.github.psbench.report.chart.Lines;
import io.github.psbench.report.text.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a chart shows, in sentences, for those who cannot see it. */
final class ChartWords {
    private static final int MOST_LINES = 8;
    private static final MathContext DIGITS = new MathContext(3);

    private ChartWords() {}

    /** One or more sentences. */
    static String of(String title, List<Chart> charts) {
        return charts.stream()
                .map(ChartWords::of)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" ", title + ". ", ""))
                .strip();
    }

    private static String of(Chart chart) {
        if (chart instanceof Bars bars) {
            return of(bars);
        }
        if (chart instanceof Lines lines) {
            return of(lines);
        }
        return chart instanceof HeatMap map ? of(map) : "";
    }

    private static String of(Bars chart) {
        Comparator<Bars.Bar> byHeight = Comparator.comparingDouble(Bars.Bar::height);
        Bars.Bar highest = chart.bars().stream().max(byHeight).orElseThrow();
        Bars.Bar lowest = chart.bars().stream().min(byHeight).orElseThrow();
        return "%s%d bars of %s; the highest is %s with %s, the lowest %s with %s."
                .formatted(
                        titled(chart),
                        chart.bars().size(),
                        chart.labels().y(),
                        highest.name(),
                        number(highest.height()),
                        lowest.name(),
                        number(lowest.height()));
    }

    private static String of(Lines chart) {
        String lines = chart.lines().stream()
                .limit(MOST_LINES)
                .map(line -> "%s from %s to %s"
                        .formatted(
                                line.name(),
                                number(line.points().get(0).y()),
                                number(line.points()
                                        .get(line.points().size() - 1)
                                        .y())))
                .collect(Collectors.joining("; "));
        int more = chart.lines().size() - MOST_LINES;
        return "%slines of %s over %s: %s%s."
                .formatted(
                        titled(chart),
                        chart.labels().y(),
                        chart.labels().x(),
                        lines,
                        more > 0 ? "; and " + more + " more" : "");
    }

    private static String of(HeatMap chart) {
        String highest = "";
        double value = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < chart.rows().size(); row++) {
            for (int column = 0; column < chart.columns().size(); column++) {
                @Nullable Double cell = chart.values().get(row).get(column);
                if (cell != null && cell > value) {
                    value = cell;
                    highest = "%s and %s"
                            .formatted(chart.rows().get(row), chart.columns().get(column));
                }
            }
        }
        return "%s%d by %d cells, %s by %s; the highest is %s at %s."
                .formatted(
                        titled(chart),
                        chart.rows().size(),
                        chart.columns().size(),
                        chart.labels().y(),
                        chart.labels().x(),
                        number(value),
                        highest);
    }

    private static String titled(Chart chart) {
        return chart.labels().title().isBlank() ? "" : chart.labels().title() + ": ";
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(Decimals.exact(value))
                        .round(DIGITS)
                        .stripTrailingZeros()
                        .toPlainString()
                : "nothing";
    }
}
