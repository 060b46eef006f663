/**
 * How long training takes, beside what the paper says (Table 3 of ASMR): {@link io.github.psbench.report.time.TimeReport} makes a document, a CSV
 * file and a JSON file out of the times that trials have kept.
 *
 * <p>Training without warm-up is the median of a trial's gradient steps times their number. A step goes from the loading of its pictures to
 * what the optimiser changes; checkpoints, validation and evaluation lie between steps, and the first ten steps of each process are left out.
 * Pretraining is measured likewise, and is not part of training. Trials from before steps were measured have whole wall times only, warm-up
 * included, and say so with a mark; a row that has both kinds shows the measured ones.
 *
 * <p>{@code TimeTable} holds, a {@code TimeRow} for each row and data set, the {@code TimedTrial}s with their {@code Quantity}s; {@code TimeDocument},
 * {@code TimeCsv} and {@code TimeJson} write it. All of them show raw values or means over seeds with sample standard deviations; one seed has none.
 * Published rows that no row of the experiment is named like say that they are not implemented, but for the paper's own method.
 *
 * <p>Times differ from run to run, and with everything that the machine does meanwhile. So they are not among what makes a trial the same, and
 * the table says device, threads and how many trials ran at once.
 */
@NullMarked
package io.github.psbench.report.time;

import org.jspecify.annotations.NullMarked;
