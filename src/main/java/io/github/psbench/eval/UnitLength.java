package io.github.psbench.eval;

/** Rows scaled to length 1; a row of zeros stays one. */
final class UnitLength {
    private UnitLength() {}

    /**
     * Scales a row in place. Rows of any finite length do, as they are scaled by their largest value first.
     *
     * @param row its number, for the message
     * @throws NotFinite if a value is not finite
     */
    static void scale(double[] values, int row) {
        double largest = 0;
        for (int k = 0; k < values.length; k++) {
            if (!Double.isFinite(values[k])) {
                throw new NotFinite(row, k, values[k]);
            }
            largest = Math.max(largest, Math.abs(values[k]));
        }
        if (largest == 0) {
            return;
        }
        double squares = 0;
        for (int k = 0; k < values.length; k++) {
            values[k] /= largest;
            squares += values[k] * values[k];
        }
        double length = Math.sqrt(squares);
        for (int k = 0; k < values.length; k++) {
            values[k] /= length;
        }
    }

    /**
     * Scales rows in place, one after the other, and rounds them once. The squares of numbers of single precision are far from the limits
     * of double precision, so nothing needs to be scaled before; four sums at a time do not wait for each other.
     *
     * @param first number of the first row, for the message
     * @throws NotFinite naming the first row with a value that is not finite
     */
    static void scaleRounded(float[] values, int dimension, int first, int count) {
        for (int row = 0; row < count; row++) {
            int start = row * dimension;
            int end = start + dimension;
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            int k = start;
            for (; k + 4 <= end; k += 4) {
                a += (double) values[k] * values[k];
                b += (double) values[k + 1] * values[k + 1];
                c += (double) values[k + 2] * values[k + 2];
                d += (double) values[k + 3] * values[k + 3];
            }
            for (; k < end; k++) {
                a += (double) values[k] * values[k];
            }
            double squares = a + b + (c + d);
            if (!Double.isFinite(squares)) {
                throw notFinite(values, start, first + row);
            }
            double inverse = squares == 0 ? 0 : 1 / Math.sqrt(squares);
            for (k = start; k < end; k++) {
                values[k] = (float) (values[k] * inverse);
            }
        }
    }

    private static NotFinite notFinite(float[] values, int start, int row) {
        int k = start;
        while (Float.isFinite(values[k])) {
            k++;
        }
        return new NotFinite(row, k - start, values[k]);
    }
}
