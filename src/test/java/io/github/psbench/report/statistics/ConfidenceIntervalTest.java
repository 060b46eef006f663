package io.github.psbench.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfidenceIntervalTest {
    /** t is 12.7062... for one degree of freedom, tan(0.475 pi), and sd / sqrt(2) is half the distance of the two. */
    @Test
    void twoSeedsHaveAWideOne() {
        ConfidenceInterval interval =
                ConfidenceInterval.of(new Sample(List.of(49.0, 51.0))).orElseThrow();
        assertThat(interval.high()).isCloseTo(50 + Math.tan(0.475 * Math.PI), within(1e-9));
        assertThat(interval.low()).isCloseTo(50 - Math.tan(0.475 * Math.PI), within(1e-9));
    }

    @Test
    void oneSeedHasNone() {
        assertThat(ConfidenceInterval.of(new Sample(List.of(50.0)))).isEmpty();
    }

    @Test
    void equalSeedsHaveAPoint() {
        assertThat(ConfidenceInterval.of(new Sample(List.of(50.1, 50.1, 50.1))))
                .contains(new ConfidenceInterval(50.1, 50.1));
    }
}
