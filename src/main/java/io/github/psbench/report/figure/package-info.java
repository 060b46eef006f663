/**
 * Figures: the numbers behind them, and the charts that are drawn. What shows pictures of real people is written apart from the rest: {@link
 * io.github.psbench.report.figure.PrivateFolder}.
 */
@NullMarked
package io.github.psbench.report.figure;

import org.jspecify.annotations.NullMarked;
