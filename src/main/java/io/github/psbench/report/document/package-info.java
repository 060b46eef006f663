/**
 * What a report says, and how each format says it: a {@link io.github.psbench.report.document.Document} is made once, and Markdown, LaTeX,
 * HTML and terminals, a class each, show the same headings, sentences and {@linkplain io.github.psbench.report.document.Grid tables}.
 */
@NullMarked
package io.github.psbench.report.document;

import org.jspecify.annotations.NullMarked;
