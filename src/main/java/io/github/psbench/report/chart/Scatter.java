package io.github.psbench.report.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points on planes beside each other, such as maps of embeddings: the axes have no unit, so there are no ticks. One legend is for all
 * planes.
 *
 * @param labels of which only the title is shown
 * @param groups what points there are, those below first
 * @param planes at least one
 * @param caption below the legend, on as many lines as it needs; may be empty
 */
public record Scatter(Labels labels, List<Group> groups, List<Plane> planes, String caption) implements Chart {
    public Scatter {
        groups = List.copyOf(groups);
        planes = List.copyOf(planes);
    }

    /** What a point looks like. */
    public enum Shape {
        CIRCLE,
        SQUARE,
        TRIANGLE,
        DIAMOND,
        STAR
    }

    /**
     * Points of one kind.
     *
     * @param legend what they are; empty for none
     * @param size in pixels of the layout
     */
    public record Group(String legend, Shape shape, int size, Colour colour) {}

    /** @param group the index of its group */
    public record Point(int group, double x, double y) {}

    /**
     * @param window what is shown; null for all points
     * @param frame a square that is drawn around something; null for none
     */
    public record Plane(
            String title,
            List<Point> points,
            @Nullable Square window,
            @Nullable Square frame) {
        public Plane {
            points = List.copyOf(points);
        }
    }

    /** @param left the least x in it */
    public record Square(double left, double bottom, double side) {
        /** The smallest square that holds all points, with some room around them; the points are at least one. */
        public static Square around(List<Point> points) {
            Range x = Range.exactly(points.stream().mapToDouble(Point::x));
            Range y = Range.exactly(points.stream().mapToDouble(Point::y));
            double side = Math.max(LEAST_SIDE, (1 + 2 * ROOM) * Math.max(x.high() - x.low(), y.high() - y.low()));
            return new Square((x.low() + x.high() - side) / 2, (y.low() + y.high() - side) / 2, side);
        }

        /** Whether a point lies in it. */
        public boolean holds(Point point) {
            return point.x() >= left && point.x() <= left + side && point.y() >= bottom && point.y() <= bottom + side;
        }
    }

    private static final double ROOM = 0.06;
    private static final double LEAST_SIDE = 1e-6;
}
