package io.github.psbench.report.statistics;

import static io.github.psbench.report.statistics.Place.BEST;
import static io.github.psbench.report.statistics.Place.OTHER;
import static io.github.psbench.report.statistics.Place.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceTest {
    @Test
    void placesGoByUnroundedValues() {
        assertThat(Place.of(List.of(50.04, 50.01, 49.9))).containsExactly(BEST, SECOND, OTHER);
    }

    @Test
    void tiesShareAPlace() {
        assertThat(Place.of(List.of(50.0, 49.0, 50.0, 48.0))).containsExactly(BEST, OTHER, BEST, OTHER);
        assertThat(Place.of(List.of(50.0, 49.0, 49.0, 48.0))).containsExactly(BEST, SECOND, SECOND, OTHER);
        assertThat(Place.of(List.of(50.0, 50.0))).containsExactly(BEST, BEST);
    }

    @Test
    void theOrderOfAddingMakesNoDifference() {
        double mean = new Sample(List.of(0.1, 0.2, 0.7)).mean();
        double reversed = new Sample(List.of(0.7, 0.2, 0.1)).mean();
        assertThat(Place.of(List.of(mean, reversed, Math.nextDown(mean)))).containsOnly(BEST);
    }

    @Test
    void aSingleValueIsComparedWithNothing() {
        assertThat(Place.of(List.of(50.0))).containsExactly(OTHER);
        assertThat(Place.of(List.of())).isEmpty();
    }
}
