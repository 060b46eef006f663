/** Figures: the numbers behind them, and the charts that are drawn. */
@NullMarked
package io.github.psbench.report.figure;

import org.jspecify.annotations.NullMarked;
