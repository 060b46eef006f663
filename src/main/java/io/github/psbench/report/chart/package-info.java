/**
 * Draws charts, and knows nothing of experiments: a {@link io.github.psbench.report.chart.Chart} says in plain numbers and words what is to
 * be seen, and a {@link io.github.psbench.report.chart.Picture} puts a few of them below each other into a PNG and an SVG.
 *
 * <p>XChart draws, but for {@link io.github.psbench.report.chart.Gallery}, which is laid out here; the JDK writes PNG, and Batik writes down
 * the same strokes as SVG. Text in the SVG is outlines, so it looks the same whatever fonts its reader has; its title is kept as text. Pictures
 * in it are JPEG, each once. Nothing but the charts is in the files, no dates: on one machine the same charts give the same bytes.
 *
 * <p>Colours are those of Okabe and Ito, which people with any colour vision can tell apart; lines differ in their markers as well. Values that are
 * colours themselves, such as those of clothes, are shown in them, with other markers for neighbours.
 */
@NullMarked
package io.github.psbench.report.chart;

import org.jspecify.annotations.NullMarked;
