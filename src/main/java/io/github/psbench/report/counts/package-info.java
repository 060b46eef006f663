/** Table 1: counts of data sets beside the published ones. */
@NullMarked
package io.github.psbench.report.counts;

import org.jspecify.annotations.NullMarked;
