package io.github.psbench.eval;

/**
 * Embedded images or queries.
 *
 * @param values count x dimension, row by row; of any length, scores are cosines
 * @param labels the category of each row; equal labels are relevant to each other
 */
@SuppressWarnings("ArrayRecordComponent") // large, and compared nowhere
public record Embeddings(int dimension, double[] values, long[] labels) {
    public Embeddings {
        if (values.length != (long) dimension * labels.length) {
            throw new IllegalArgumentException(
                    values.length + " values are not " + labels.length + " rows of " + dimension);
        }
    }

    public int count() {
        return labels.length;
    }
}
