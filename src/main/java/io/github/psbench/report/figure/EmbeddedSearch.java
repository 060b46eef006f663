package io.github.psbench.report.figure;

/**
 * A trial's search: its queries and its gallery in the space of the embeddings, where the cosine is the score.
 *
 * @param queries [q][d], one for each of {@link io.github.psbench.data.PersonDataset#queryCategories()}, in its order
 * @param gallery [n][d], one for each image of {@link io.github.psbench.data.PersonDataset#gallery()}, in its order
 * @param labels [n], for each image of the gallery the query that it is relevant to
 */
@SuppressWarnings("ArrayRecordComponent") // large, and compared nowhere
record EmbeddedSearch(float[][] queries, float[][] gallery, int[] labels) {}
