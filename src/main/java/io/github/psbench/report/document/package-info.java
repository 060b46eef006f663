/**
 * What a report says, and how each format says it. A {@link io.github.psbench.report.document.Document} is made once: headings, sentences and
 * {@linkplain io.github.psbench.report.document.Grid tables} of plain text. {@link io.github.psbench.report.document.Markdown}, {@link
 * io.github.psbench.report.document.Latex}, {@link io.github.psbench.report.document.Html} and {@link
 * io.github.psbench.report.document.Terminal}, a class each, show the same content in the same order; a terminal leaves the appendix out.
 * {@link io.github.psbench.report.document.ReportFiles} writes a document in all of them, with its CSV and JSON beside.
 *
 * <p>Text may be hostile, because names come from files: markup is escaped, control characters are spelled out, and what pdflatex cannot print
 * is spelled out by its number. What cells stand out by has a mark in each format:
 *
 * <pre>
 * Markdown   **53.0 ± 1.4** ↑     &lt;u&gt;52.1 ± 0.3&lt;/u&gt;
 * LaTeX      {@code \}textbf{...}  {@code \}underline{...}
 * HTML       strong.best          u.second              and .agrees, .disagrees, .open for verdicts
 * terminal   53.0 ± 1.4¹↑         52.1 ± 0.3²
 * </pre>
 *
 * <p>To add a format, write one such class and call it in {@code ReportFiles}. To add a kind of block, add it to {@link
 * io.github.psbench.report.document.Document.Block} and to each of these classes.
 */
@NullMarked
package io.github.psbench.report.document;

import org.jspecify.annotations.NullMarked;
