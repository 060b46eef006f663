/** Statistics on raw values, one a seed: means, spreads and tests. */
@NullMarked
package io.github.psbench.report.statistics;

import org.jspecify.annotations.NullMarked;
