package io.github.psbench.report.table;

import io.github.psbench.report.statistics.PairedTest;
import io.github.psbench.report.statistics.SeedValue;
import java.util.List;

/**
 * How a measured cell compares with the reference row's in its column.
 *
 * @param differences cell minus reference, seed by seed, in points, at least two
 * @param p by itself
 * @param corrected for all rows of the column and data set
 */
record Significance(List<SeedValue> differences, double p, double corrected) {
    static final String ABOVE = "↑";
    static final String BELOW = "↓";

    Significance {
        differences = List.copyOf(differences);
    }

    /** Empty if these seeds do not tell the two apart. */
    String mark() {
        if (corrected > PairedTest.LEVEL) {
            return "";
        }
        return SeedValue.sample(differences).mean() > 0 ? ABOVE : BELOW;
    }
}
