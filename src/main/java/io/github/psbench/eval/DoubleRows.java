package io.github.psbench.eval;

/** Rows in memory, in double precision. */
@SuppressWarnings("ArrayRecordComponent") // large, and compared nowhere
record DoubleRows(int dimension, double[] values) implements Rows {
    @Override
    public void read(int row, double[] into) {
        System.arraycopy(values, row * dimension, into, 0, dimension);
    }

    @Override
    public void readRounded(int first, int count, float[] units) {
        double[] unit = new double[dimension];
        for (int row = 0; row < count; row++) {
            read(first + row, unit);
            UnitLength.scale(unit, first + row);
            for (int k = 0; k < dimension; k++) {
                units[row * dimension + k] = (float) unit[k];
            }
        }
    }
}
