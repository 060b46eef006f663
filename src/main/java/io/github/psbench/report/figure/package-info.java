/**
 * Figures: the numbers behind them, and the charts that are drawn. {@link io.github.psbench.report.figure.Figures} writes what the experiment's
 * {@code figures} ask for. A figure is a class that turns the files of finished trials ({@code TrialFiles}) into a {@code FigurePage}: the lines
 * of its CSV file, and charts in plain numbers, which {@link io.github.psbench.report.chart} draws. All CSV files are written before anything
 * is drawn. A figure whose trials have damaged files is left out with a note. What shows pictures of real people is written apart from the
 * rest: {@link io.github.psbench.report.figure.PrivateFolder}.
 *
 * <p>To add a figure, add its name to {@link io.github.psbench.spec.Figure} and its class to the switch in {@code Figures}.
 *
 * <p>{@link io.github.psbench.report.figure.EmbeddingMaps} gives the map of a trial's embeddings that the figure {@code tsne} draws, to
 * whatever else shows it; who hands the same object to {@link io.github.psbench.report.figure.Figures} has each computed once.
 */
@NullMarked
package io.github.psbench.report.figure;

import org.jspecify.annotations.NullMarked;
