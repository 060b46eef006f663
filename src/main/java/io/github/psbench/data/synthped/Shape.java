package io.github.psbench.data.synthped;

import java.util.List;

/** A region of the picture, known by its distance; x to the right and y down, in pixels. */
sealed interface Shape {
    /** How far the point lies outside (positive) or inside (negative), in pixels; near the edge at least. */
    double distance(double x, double y);

    /** Where the point lies between the left side, -1, and the right side, +1; past them outside. For light and shadow. */
    double across(double x, double y);

    /** Left, top, right and bottom of what the shape covers. */
    Box bounds();

    /** A rectangle along the axes. */
    record Box(double left, double top, double right, double bottom) {}

    /** An ellipse along the axes. */
    record Ellipse(double x, double y, double radiusX, double radiusY) implements Shape {
        @Override
        public double distance(double px, double py) {
            double u = (px - x) / radiusX;
            double v = (py - y) / radiusY;
            double level = Math.sqrt(u * u + v * v);
            double slope = Math.sqrt(u * u / (radiusX * radiusX) + v * v / (radiusY * radiusY));
            return slope < 1e-9 ? -Math.min(radiusX, radiusY) : level * (level - 1) / slope;
        }

        @Override
        public double across(double px, double py) {
            return (px - x) / radiusX;
        }

        @Override
        public Box bounds() {
            return new Box(x - radiusX, y - radiusY, x + radiusX, y + radiusY);
        }
    }

    /** A thick line with round ends that may get thinner: an arm, a strap, a pole. */
    record Limb(double x1, double y1, double radius1, double x2, double y2, double radius2) implements Shape {
        @Override
        public double distance(double px, double py) {
            double along = along(px, py);
            double dx = px - x1 - along * (x2 - x1);
            double dy = py - y1 - along * (y2 - y1);
            return Math.sqrt(dx * dx + dy * dy) - radius(along);
        }

        @Override
        public double across(double px, double py) {
            double along = along(px, py);
            return (px - x1 - along * (x2 - x1)) / radius(along);
        }

        private double along(double px, double py) {
            double dx = x2 - x1;
            double dy = y2 - y1;
            double length = dx * dx + dy * dy;
            return length < 1e-9 ? 0 : Math.max(0, Math.min(1, ((px - x1) * dx + (py - y1) * dy) / length));
        }

        private double radius(double along) {
            return radius1 + along * (radius2 - radius1);
        }

        @Override
        public Box bounds() {
            return new Box(
                    Math.min(x1 - radius1, x2 - radius2),
                    Math.min(y1 - radius1, y2 - radius2),
                    Math.max(x1 + radius1, x2 + radius2),
                    Math.max(y1 + radius1, y2 + radius2));
        }
    }

    /** A limb cut off straight at its second end: a sleeve, a trouser leg. */
    record Sleeve(Limb limb) implements Shape {
        @Override
        public double distance(double x, double y) {
            double dx = limb.x2 - limb.x1;
            double dy = limb.y2 - limb.y1;
            double length = Math.sqrt(dx * dx + dy * dy);
            double beyond = length < 1e-9 ? 0 : ((x - limb.x2) * dx + (y - limb.y2) * dy) / length;
            return Math.max(limb.distance(x, y), beyond);
        }

        @Override
        public double across(double x, double y) {
            return limb.across(x, y);
        }

        @Override
        public Box bounds() {
            return limb.bounds();
        }
    }

    /** Slices of different widths on top of each other: a trunk, a skirt, a bag. */
    record Stack(List<Slice> slices) implements Shape {
        /** A horizontal slice: its middle, its height in the picture and its half width. Slices come from top to bottom. */
        record Slice(double x, double y, double halfWidth) {}

        public Stack {
            slices = List.copyOf(slices);
        }

        @Override
        public double distance(double px, double py) {
            Slice top = slices.get(0);
            Slice bottom = slices.get(slices.size() - 1);
            Slice here = slice(py);
            double sideways = Math.abs(px - here.x) - here.halfWidth;
            return Math.max(sideways, Math.max(top.y - py, py - bottom.y));
        }

        @Override
        public double across(double px, double py) {
            Slice here = slice(py);
            return (px - here.x) / Math.max(0.5, here.halfWidth);
        }

        private Slice slice(double py) {
            Slice before = slices.get(0);
            for (Slice slice : slices) {
                if (py < slice.y) {
                    double share = slice.y - before.y < 1e-9 ? 0 : Math.max(0, (py - before.y) / (slice.y - before.y));
                    return new Slice(
                            before.x + share * (slice.x - before.x),
                            py,
                            before.halfWidth + share * (slice.halfWidth - before.halfWidth));
                }
                before = slice;
            }
            return before;
        }

        @Override
        public Box bounds() {
            double left = Double.MAX_VALUE;
            double right = -Double.MAX_VALUE;
            for (Slice slice : slices) {
                left = Math.min(left, slice.x - slice.halfWidth);
                right = Math.max(right, slice.x + slice.halfWidth);
            }
            return new Box(left, slices.get(0).y, right, slices.get(slices.size() - 1).y);
        }
    }
}
