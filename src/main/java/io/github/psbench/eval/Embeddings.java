package io.github.psbench.eval;

import java.nio.channels.FileChannel;

/** Embedded images or queries: rows of any length, as scores are cosines, and the category of each; equal ones are relevant to each other. */
public final class Embeddings {
    /** Beyond any model's, and what {@link GalleryBlock#bound} holds for. */
    static final int LARGEST_DIMENSION = 1 << 16;

    private final int dimension;
    private final long[] labels;
    private final Rows rows;

    private Embeddings(int dimension, Rows rows, long[] labels) {
        this.dimension = dimension;
        this.labels = labels;
        this.rows = rows;
    }

    /**
     * @param dimension in 1..65536
     * @param values [n x dimension], row by row
     * @param labels [n]
     * @throws IllegalArgumentException if the sizes do not fit
     * @throws NotFinite naming the first row with a value that is not finite
     */
    public static Embeddings of(int dimension, double[] values, long[] labels) {
        requireFit(dimension, values.length, labels);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new NotFinite(i / dimension, i % dimension, values[i]);
            }
        }
        return new Embeddings(dimension, new DoubleRows(dimension, values), labels);
    }

    /** Does the same for values in single precision. */
    public static Embeddings of(int dimension, float[] values, long[] labels) {
        requireFit(dimension, values.length, labels);
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new NotFinite(i / dimension, i % dimension, values[i]);
            }
        }
        return new Embeddings(dimension, new FloatRows(dimension, values), labels);
    }

    /**
     * @param rows [n][dimension], n >= 1
     * @param labels [n]
     * @throws IllegalArgumentException if there is no row, or if the rows differ in length or their number from that of the labels
     * @throws NotFinite naming the first row with a value that is not finite
     */
    public static Embeddings of(float[][] rows, long[] labels) {
        int dimension = rows.length == 0 ? 0 : rows[0].length;
        float[] values = new float[Math.multiplyExact(rows.length, dimension)];
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != dimension) {
                throw new IllegalArgumentException(
                        "row " + row + " must be of " + dimension + " values, got " + rows[row].length);
            }
            System.arraycopy(rows[row], 0, values, row * dimension, dimension);
        }
        return of(dimension, values, labels);
    }

    /**
     * Embeddings that stay in their file, however many: they are read in blocks whenever they are scored, and it is then that values that
     * are not finite are found.
     *
     * @param dimension in 1..65536
     * @param file open as long as the embeddings are in use
     * @param position in the file, in bytes, where [n x dimension] values begin: float32, little-endian, row by row
     * @param labels [n]
     */
    public static Embeddings stored(int dimension, FileChannel file, long position, long[] labels) {
        requireFit(dimension, (long) dimension * labels.length, labels);
        return new Embeddings(dimension, new StoredRows(dimension, file, position), labels);
    }

    private static void requireFit(int dimension, long values, long[] labels) {
        if (dimension < 1 || dimension > LARGEST_DIMENSION) {
            throw new IllegalArgumentException("dimension must be in 1.." + LARGEST_DIMENSION + ", got " + dimension);
        }
        if (values != (long) dimension * labels.length) {
            throw new IllegalArgumentException(values + " values are not " + labels.length + " rows of " + dimension);
        }
    }

    public int dimension() {
        return dimension;
    }

    public int count() {
        return labels.length;
    }

    /** The category of each row; not a copy. */
    public long[] labels() {
        return labels;
    }

    Rows rows() {
        return rows;
    }

    /** A row scaled to length 1, in double precision. */
    double[] unit(int row) {
        double[] unit = new double[dimension];
        rows.read(row, unit);
        UnitLength.scale(unit, row);
        return unit;
    }
}
