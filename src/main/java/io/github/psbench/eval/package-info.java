/**
 * How well queries find their images in a gallery: {@link io.github.psbench.eval.Retrieval#score} takes two sets of {@link
 * io.github.psbench.eval.Embeddings} and gives {@link io.github.psbench.eval.RetrievalScores}; {@link
 * io.github.psbench.eval.Retrieval#each} gives those of each query, and a {@link io.github.psbench.eval.Ranking} the images that it finds.
 *
 * <p><b>The protocol</b> is that of the ASMR paper and its released code. One query for each person category of the test set, the whole test
 * set as gallery, an image relevant if it is of the same category, the score a cosine; no camera filter, no re-ranking. Rank-k is the share
 * of queries with at least one relevant image among the first k. The mean average precision is given twice, standard and trapezoidal:
 * for the ranking "no, yes, no, yes, yes" they are 0.5333 and 0.4056, so numbers of the one kind must not be compared with the other.
 *
 * <p><b>Ties.</b> Equal scores are ranked by gallery index, ascending. The released code ranks them in an order that is not determined;
 * {@code ties} says how many pairs of a relevant and an irrelevant image that concerns. For a healthy model it is 0, for a collapsed one,
 * which gives every image the same embedding, it is large and the scores say nothing.
 *
 * <p><b>How</b>, in bounded memory: see {@link io.github.psbench.eval.Retrieval}.
 */
@NullMarked
package io.github.psbench.eval;

import org.jspecify.annotations.NullMarked;
