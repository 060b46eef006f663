package io.github.psbench.eval;

/** Rows in memory, in single precision. */
@SuppressWarnings("ArrayRecordComponent") // large, and compared nowhere
record FloatRows(int dimension, float[] values) implements Rows {
    @Override
    public void read(int row, double[] into) {
        for (int k = 0; k < dimension; k++) {
            into[k] = values[row * dimension + k];
        }
    }

    @Override
    public void readRounded(int first, int count, float[] units) {
        System.arraycopy(values, first * dimension, units, 0, count * dimension);
        UnitLength.scaleRounded(units, dimension, first, count);
    }
}
