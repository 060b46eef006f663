/**
 * Table 1: counts of data sets beside the published ones. {@link io.github.psbench.report.counts.CountsReport} makes a document of a {@link
 * io.github.psbench.report.counts.CountsTable} and writes it in every format.
 */
@NullMarked
package io.github.psbench.report.counts;

import org.jspecify.annotations.NullMarked;
