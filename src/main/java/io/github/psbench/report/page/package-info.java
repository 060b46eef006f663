/**
 * The page: {@code results/report/index.html}, one file that a browser opens without a network, with all tables, claims and figures, and
 * behind each measured number the runs that it comes from.
 *
 * <p>An {@link io.github.psbench.report.page.Exhibit} is an experiment with what is known of it; {@link io.github.psbench.report.page.ReportPage}
 * makes the page of them. What can be read without a script is HTML, from the templates in {@code src/main/jte}, which the build compiles
 * into classes of this package, so that a template that no longer fits its record does not compile. What opens on demand is drawn by
 * {@code page.js} from a block of JSON: the runs of a cell, their curves and settings. Templates escape what they show, and the script sets
 * text and never HTML, so a name is a name, whatever it looks like.
 */
@NullMarked
package io.github.psbench.report.page;

import org.jspecify.annotations.NullMarked;
