package io.github.psbench.report.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bar for each of many names, which stand upright below the bars.
 *
 * @param bars at least one, of different names
 * @param legend what a bar's height is
 * @param level a line across all bars; null for none
 */
public record Bars(
        Labels labels,
        List<Bar> bars,
        String legend,
        @Nullable Level level) implements Chart {
    public Bars {
        bars = List.copyOf(bars);
    }

    /** @param deviation half the length of the error bar; NaN for none */
    public record Bar(String name, double height, double deviation) {}

    /** @param legend what lies at this height */
    public record Level(String legend, double height) {}
}
