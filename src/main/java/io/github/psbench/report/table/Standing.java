package io.github.psbench.report.table;

import io.github.psbench.report.document.Grid;
import io.github.psbench.report.statistics.Place;
import org.jspecify.annotations.Nullable;

/**
 * Where a cell stands in its column.
 *
 * @param place among the measured cells, if it is one of them, or among the published ones
 * @param significance against the reference row; null for that row, published cells, and where it cannot be tested
 */
record Standing(Place place, @Nullable Significance significance) {
    static final Standing NONE = new Standing(Place.OTHER, null);

    Grid.Emphasis emphasis() {
        return switch (place) {
            case BEST -> Grid.Emphasis.BEST;
            case SECOND -> Grid.Emphasis.SECOND;
            case OTHER -> Grid.Emphasis.NONE;
        };
    }

    /** Empty without one. */
    String mark() {
        return significance == null ? "" : significance.mark();
    }
}
