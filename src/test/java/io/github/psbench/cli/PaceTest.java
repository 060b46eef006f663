package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PaceTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void beforeAnythingIsDoneThereIsNoRateAndNoTimeLeft() {
        Pace pace = new Pace(200, 0);
        assertThat(pace.describe(5 * SECOND)).isEqualTo("0 %  0/200");
        assertThat(pace.left(5 * SECOND)).isEmpty();
    }

    @Test
    void aSteadyPaceGivesTheTimeLeftExactly() {
        Pace pace = new Pace(100, 0);
        for (int second = 1; second <= 40; second++) {
            pace.advance(1, second * SECOND);
        }
        assertThat(pace.describe(40 * SECOND)).isEqualTo("40 %  40/100  1/s  01:00 left");
        assertThat(pace.bar()).isEqualTo("[####......]");
    }

    @Test
    void timeLeftRunsOnBetweenTwoUnits() {
        Pace pace = new Pace(10, 0);
        pace.advance(1, 60 * SECOND);
        assertThat(pace.left(60 * SECOND)).isEqualTo("09:00 left");
        assertThat(pace.left(90 * SECOND)).isEqualTo("08:30 left");
        assertThat(pace.left(3600 * SECOND)).as("never less than none").isEqualTo("00:00 left");
    }

    @Test
    void aChangeOfPaceIsFollowedWithinAMinute() {
        Pace pace = new Pace(100_000, 0);
        long now = 0;
        for (int i = 0; i < 60; i++) {
            now += SECOND;
            pace.advance(100, now);
        }
        for (int i = 0; i < 60; i++) {
            now += SECOND;
            pace.advance(10, now);
        }
        // The plain average would say 55/s.
        assertThat(pace.describe(now)).contains("  12/s  ");
    }

    @Test
    void slowUnitsAreTimedOneByOne() {
        Pace pace = new Pace(20, 0);
        pace.advance(1, 4 * SECOND);
        assertThat(pace.describe(4 * SECOND)).isEqualTo("5 %  1/20  4.0 s each  01:16 left");
    }

    @Test
    void largeNumbersAreShort() {
        Pace pace = new Pace(12_345_678, 0);
        pace.advance(7_149, SECOND);
        assertThat(pace.count()).isEqualTo("7.1k/12M");
        pace.advance(992_800, 2 * SECOND);
        assertThat(pace.count()).isEqualTo("1.0M/12M");
    }

    @Test
    void moreThanWasAnnouncedIsAllOfIt() {
        Pace pace = new Pace(2, 0);
        pace.advance(3, SECOND);
        assertThat(pace.describe(SECOND)).isEqualTo("100 %  3/2  3/s  00:00 left");
        assertThat(pace.bar()).isEqualTo("[##########]");
        assertThat(pace.summary(3_723 * SECOND)).isEqualTo("3 in 1:02:03");
    }

    @Test
    void aSummaryOfUnfinishedWorkSaysHowMuchWasDone() {
        Pace pace = new Pace(10, 0);
        pace.advance(4, SECOND);
        assertThat(pace.summary(61 * SECOND)).isEqualTo("4/10 done in 01:01");
    }
}
