/**
 * Figures: the numbers behind them, and the charts that are drawn. What shows pictures of real people is written apart from the rest: {@link
 * io.github.psbench.report.figure.PrivateFolder}.
 *
 * <p>{@link io.github.psbench.report.figure.EmbeddingMaps} gives the map of a trial's embeddings that the figure {@code tsne} draws, to
 * whatever else shows it; who hands the same object to {@link io.github.psbench.report.figure.Figures} has each computed once.
 */
@NullMarked
package io.github.psbench.report.figure;

import org.jspecify.annotations.NullMarked;
