package io.github.psbench.report.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines over a common axis.
 *
 * @param lines at least one
 * @param best a point to be marked; null for none
 */
public record Lines(
        Labels labels,
        Scale scale,
        List<Line> lines,
        @Nullable Mark best) implements Chart {
    public Lines {
        lines = List.copyOf(lines);
    }

    /** What the horizontal axis is. */
    public sealed interface Scale permits Linear, Logarithmic, Words {}

    public record Linear() implements Scale {}

    /** Base 10; all x are positive. */
    public record Logarithmic() implements Scale {}

    /** Places without a distance; the x of a point is the index of its word. */
    public record Words(List<String> words) implements Scale {
        public Words {
            words = List.copyOf(words);
        }
    }

    /**
     * @param style a number that gives the line its colour and markers, the same for the same thing in all charts; {@link #TARGET} for a line
     *     that nothing measured
     * @param points in the order of x, at least one
     */
    public record Line(String name, int style, List<Point> points) {
        /** The style of what is aimed at: grey, dashed, without markers. */
        public static final int TARGET = -1;

        public Line {
            points = List.copyOf(points);
        }
    }

    /** @param deviation half the height of the band at this point; NaN for none */
    public record Point(double x, double y, double deviation) {}

    /** @param legend what the mark means */
    public record Mark(String legend, double x, double y) {}
}
