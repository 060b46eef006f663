package io.github.psbench.data.synthped;

/** A picture being painted: red, green and blue as numbers about 0..1, edges softened over one pixel. */
final class Canvas {
    static final int WIDTH = 64;
    static final int HEIGHT = 128;

    /** The colour of a place. */
    @FunctionalInterface
    interface Paint {
        /**
         * @param x pixels from the left
         * @param y pixels from the top
         * @param across where the place lies in its shape, see {@link Shape#across}
         */
        Rgb at(double x, double y, double across);

        static Paint plain(Rgb colour) {
            return (x, y, across) -> colour;
        }
    }

    /** Height x width x 3, row by row. */
    final double[] values = new double[HEIGHT * WIDTH * 3];

    void fill(Shape shape, Paint paint) {
        fill(shape, paint, 1);
    }

    /** @param opacity 1 covers what is there, 0 leaves it */
    void fill(Shape shape, Paint paint, double opacity) {
        Shape.Box box = shape.bounds();
        int right = (int) Math.min(WIDTH - 1, Math.ceil(box.right()));
        int bottom = (int) Math.min(HEIGHT - 1, Math.ceil(box.bottom()));
        for (int row = (int) Math.max(0, Math.floor(box.top()) - 1); row <= bottom; row++) {
            for (int column = (int) Math.max(0, Math.floor(box.left()) - 1); column <= right; column++) {
                double x = column + 0.5;
                double y = row + 0.5;
                double covered = Math.min(1, 0.5 - shape.distance(x, y)) * opacity;
                if (covered > 0) {
                    blend(row, column, paint.at(x, y, shape.across(x, y)), covered);
                }
            }
        }
    }

    void fillAll(Paint paint) {
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                blend(row, column, paint.at(column + 0.5, row + 0.5, 0), 1);
            }
        }
    }

    private void blend(int row, int column, Rgb colour, double share) {
        int at = (row * WIDTH + column) * 3;
        values[at] += (colour.red() - values[at]) * share;
        values[at + 1] += (colour.green() - values[at + 1]) * share;
        values[at + 2] += (colour.blue() - values[at + 2]) * share;
    }

    /** Height x width x 3 bytes, unsigned; what is too dark or too bright is cut off. */
    byte[] toBytes() {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) (int) Math.floor(Math.max(0, Math.min(1, values[i])) * 255 + 0.5);
        }
        return bytes;
    }
}
