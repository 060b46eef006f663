/**
 * Statistics on raw values, one a seed. Everything that a report says of spreads, differences and verdicts is computed here, once, and on
 * unrounded values; formats round.
 *
 * <ul>
 *   <li>{@link io.github.psbench.report.statistics.Sample}: mean and sample standard deviation (ddof = 1). One value has no deviation.
 *   <li>{@link io.github.psbench.report.statistics.ConfidenceInterval}: 95 % of the mean, by Student's t. One value has none.
 *   <li>{@link io.github.psbench.report.statistics.PairedTest}: two rows, seed by seed; which test is taken is a matter of the number of
 *       seeds alone. {@link io.github.psbench.report.statistics.SeedValue} pairs them.
 *   <li>{@link io.github.psbench.report.statistics.Holm}: corrects for the number of comparisons that are made together.
 *   <li>{@link io.github.psbench.report.statistics.Place}: the best and the second best.
 *   <li>{@link io.github.psbench.report.statistics.Agreement}: the verdict on a number against the published one.
 * </ul>
 *
 * <p>Rules that a reader needs in order to believe a number are texts here ({@code RULE}), beside the code that follows them, and are printed
 * with the numbers. {@code StatisticsTest} holds all of it against SciPy and statsmodels and writes the worst differences to
 * target/statistics.md.
 *
 * <p>Libraries compute the distributions. Their last digits depend on the processor's arithmetic, so what they return is rounded to ten or
 * twelve digits, and tables have the same bytes on every machine.
 */
@NullMarked
package io.github.psbench.report.statistics;

import org.jspecify.annotations.NullMarked;
