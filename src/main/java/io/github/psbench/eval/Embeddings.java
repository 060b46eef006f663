package io.github.psbench.eval;

/**
 * Embedded images or queries.
 *
 * @param dimension >= 1
 * @param values count x dimension, row by row, all finite; rows of any length, scores are cosines
 * @param labels the category of each row; equal labels are relevant to each other
 */
@SuppressWarnings("ArrayRecordComponent") // large, and compared nowhere
public record Embeddings(int dimension, double[] values, long[] labels) {
    /** @throws IllegalArgumentException if the sizes do not fit, or naming the first row with a value that is not finite */
    public Embeddings {
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension must be >= 1, got " + dimension);
        }
        if (values.length != (long) dimension * labels.length) {
            throw new IllegalArgumentException(
                    values.length + " values are not " + labels.length + " rows of " + dimension);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "row " + i / dimension + " must be finite, got " + values[i] + " in column " + i % dimension);
            }
        }
    }

    /**
     * @param rows [n][dimension], n >= 1
     * @param labels [n]
     * @throws IllegalArgumentException if there is no row, if the rows differ in length or their number from that of the labels, or if a value
     *     is not finite
     */
    public static Embeddings of(float[][] rows, long[] labels) {
        int dimension = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[Math.multiplyExact(rows.length, dimension)];
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != dimension) {
                throw new IllegalArgumentException(
                        "row " + row + " must be of " + dimension + " values, got " + rows[row].length);
            }
            for (int k = 0; k < dimension; k++) {
                values[row * dimension + k] = rows[row][k];
            }
        }
        return new Embeddings(dimension, values, labels);
    }

    public int count() {
        return labels.length;
    }

    /**
     * Writes a row scaled to length 1, in double precision; a row of zeros stays one. Rows of any finite length do, as they are scaled
     * by their largest value first.
     */
    void unitRow(int row, double[] unit) {
        int start = row * dimension;
        double largest = 0;
        for (int k = 0; k < dimension; k++) {
            largest = Math.max(largest, Math.abs(values[start + k]));
        }
        double divisor = largest == 0 ? 1 : largest;
        double squares = 0;
        for (int k = 0; k < dimension; k++) {
            unit[k] = values[start + k] / divisor;
            squares += unit[k] * unit[k];
        }
        double length = largest == 0 ? 1 : Math.sqrt(squares);
        for (int k = 0; k < dimension; k++) {
            unit[k] /= length;
        }
    }
}
