/**
 * Puts measured numbers beside published ones: {@link io.github.psbench.report.table.Report} writes an experiment's table as Markdown,
 * LaTeX, HTML, CSV and JSON, and makes text of it for a terminal.
 *
 * <p>What a reader gets, for each data set of the experiment and then, in the paper's order, for those that only the paper has:
 *
 * <pre>{@code
 * market1501
 * Method                     n          R1          R5         R10         mAP          mAP
 *                                                                                (trapezoid)
 * DeepMAR                    –        13.2        24.9        32.9           –          8.9
 * ASMR (128) [a]             –        49.6        64.9        72.5           –         31.0
 * ASMR (128) (measured) [b]  3  50.4 ± 0.8¹ 65.7 ± 0.8¹ 72.5 ± 0.0¹ 31.0 ± 0.0¹  30.1 ± 0.0¹
 * Baseline (measured, 1      2  33.3 ± 0.4² 48.6 ± 0.4² 72.5 ± 0.0¹ 31.0 ± 0.0¹  30.1 ± 0.0¹
 * failed) [b]
 *
 * 484 queries, 15631 gallery images.
 * Ties of a relevant with an irrelevant image: 3 in all 4 finished trials together.
 * }</pre>
 *
 * <p>(The numbers are invented for this page.) Under the table stand the notes to the marks, which tell each row's protocol; how to read
 * the columns; the seeds; the trials and why any has no result; and a digest of the inputs.
 *
 * <p>Before the data sets stand an overview, rows by data sets in the experiment's metric, measured beside published, where there is more than
 * one data set; and, where the experiment claims anything, the verdicts on its claims.
 *
 * <ul>
 *   <li>A measured cell is the mean over the finished trials, with the sample standard deviation (ddof = 1) where there are at least two.
 *       One value has no spread, so there is no ± beside it.
 *   <li>A row with unfinished trials says so beside its name. A row without any finished one says failed, no data or pending in its cells.
 *   <li>Text shows one decimal, rounded half up on the decimal that the CSV and JSON files hold unrounded.
 *   <li>The two average precisions have a column each. A published row's stands in that of the row's own variant; where it is not known, it
 *       stands under mAP and is marked.
 *   <li>The best number of a column is bold and the second best underlined, in a terminal ¹ and ²: {@link
 *       io.github.psbench.report.statistics.Place}. Measured numbers are compared with measured ones, published with published ones.
 *   <li>A measured cell has ↑ or ↓ where it is significantly above or below that of the experiment's {@code reference} row: {@code
 *       Standings}. p is corrected by Holm's method over all rows of that column and data set.
 *   <li>A measured row is compared with the published row of its name, and the only row of an experiment with the paper's own method. The table
 *       "Against the paper" has each number with its 95 % interval and its verdict by {@link
 *       io.github.psbench.report.statistics.Agreement}; under any profile but {@code paper}, and with {@code --set}, that is "not
 *       comparable". The rule, with the tolerance, stands below it.
 *   <li>A claim is tested on the differences between two rows, seed by seed, by {@link io.github.psbench.report.statistics.PairedTest} at level
 *       0.05, corrected by Holm's method over all comparisons that the experiment tests. It holds, is contradicted, or is within noise; with
 *       fewer than two seeds finished in both rows it is not tested. Against several rows, or on several data sets, it holds only if it
 *       holds in all.
 *   <li>Scores over seen and over unseen categories are in the JSON file, and in the columns where {@link io.github.psbench.report.table.Split
 *       splits} ask for them.
 *   <li>Of a failed trial's reason, what people read shows the first line; the JSON file has it in full.
 *   <li>The same inputs give the same bytes. Wall times, which differ from run to run, are in the store and not in the tables.
 * </ul>
 *
 * <p>How it works: {@code Tabulation} makes a {@code Table} out of an experiment and its outcomes; {@code Standings} compares the cells of
 * each column, {@code ClaimTests} tests the claims, {@code AgainstPaper} tells the verdicts. {@code TableDocument} puts it all in the order in
 * which it is read, as a {@link io.github.psbench.report.document.Document}, which knows no format and is written in all of them; a format is
 * added there. {@code CsvTable} and {@code JsonTable} are for programs. Names and reasons in a table may be any text; each format makes them
 * harmless in its own way: markup is escaped, formulas are quoted, control characters are spelled out.
 *
 * <p>Each measured cell of the document has a key, {@link io.github.psbench.report.table.Report#key}, by which a page finds the runs behind it.
 *
 * <p>The CSV file has a line for each published row and each trial: {@code dataset, row, source} (published or measured), {@code seed,
 * trial, state}, the metrics, {@code averagePrecision} (which variant stands under {@code map}), {@code queries, queriesWithoutMatch,
 * gallery, ties}. In the JSON file each cell has {@code mean}, {@code sd} and {@code interval} (not for n = 1), {@code n} and its values by
 * seed, or the published {@code value}, or what is {@code missing}; where it has them its {@code place} and, {@code againstReference}, its
 * difference, p, corrected p and mark. Measured rows have such cells under {@code cells}, {@code seen} and {@code unseen}; {@code comparisons}
 * has the verdicts against the paper. Claims are in a CSV file of their own, a line for each comparison on each data set, and in the JSON file
 * under {@code claims}.
 */
@NullMarked
package io.github.psbench.report.table;

import org.jspecify.annotations.NullMarked;
