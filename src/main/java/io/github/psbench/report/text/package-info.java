/**
 * Numbers and words as text that no format can take amiss.
 *
 * <ul>
 *   <li>{@link io.github.psbench.report.text.Decimals}: numbers, rounded for people and exact for files, the same on every machine.
 *   <li>{@link io.github.psbench.report.text.PlainText}: names and reasons from files and data on one line: control characters and those that
 *       turn the reading direction are spelled out. Each format escapes its own markup on top of that. It also knows how wide text is in a
 *       terminal, and wraps it.
 *   <li>{@link io.github.psbench.report.text.Csv} and {@link io.github.psbench.report.text.Json}: how files for spreadsheets and programs are
 *       written: no formulas, no broken surrogates, the same bytes for the same content.
 * </ul>
 */
@NullMarked
package io.github.psbench.report.text;

import org.jspecify.annotations.NullMarked;
