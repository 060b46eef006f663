package io.github.psbench.report.figure;

/**
 * The training categories of a trial, n of them.
 *
 * @param embeddings [n][d]
 * @param bits [n][K], zeros and ones
 * @param groups the sizes of the attribute groups, of sum K
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Prototypes(float[][] embeddings, float[][] bits, int[] groups) {
    int count() {
        return embeddings.length;
    }
}
