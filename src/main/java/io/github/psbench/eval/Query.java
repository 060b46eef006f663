package io.github.psbench.eval;

/**
 * A query and what is relevant to it.
 *
 * @param row its number
 * @param unit of length 1
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Query(int row, double[] unit, long label, RelevantImages relevant) {
    /** @param indices of all images of its label in the gallery, ascending, at least one */
    static Query of(Embeddings queries, int row, Embeddings gallery, int[] indices) {
        double[] unit = queries.unit(row);
        double[] scores = new double[indices.length];
        for (int j = 0; j < indices.length; j++) {
            scores[j] = GalleryBlock.cosine(unit, gallery.unit(indices[j]));
        }
        return new Query(
                row, unit, queries.labels()[row], new RelevantImages(indices, scores, GalleryBlock.bound(unit.length)));
    }
}
