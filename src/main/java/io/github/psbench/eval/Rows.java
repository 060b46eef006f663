package io.github.psbench.eval;

/** Where the numbers of embeddings lie. Any number of threads may read at once. */
sealed interface Rows permits DoubleRows, FloatRows, StoredRows {
    /** Writes a row as it is. */
    void read(int row, double[] values);

    /**
     * Writes some rows, one after the other, scaled to length 1 and rounded to single precision: each number is within one rounding of
     * either precision of that of {@link UnitLength#scale}.
     *
     * @throws NotFinite naming the first of these rows that has a value that is not finite
     */
    void readRounded(int first, int count, float[] units);
}
