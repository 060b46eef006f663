package io.github.psbench.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
    /** Three seeds of 50 ± 0.2 have an interval of 50 ± 0.4968. */
    @ParameterizedTest
    @CsvSource({
        "50.0, REPRODUCED",
        "50.5, REPRODUCED",
        "49.5, REPRODUCED",
        "50.6, WITHIN_NOISE",
        "51.4, WITHIN_NOISE",
        "51.6, NOT_REPRODUCED",
        "48.4, NOT_REPRODUCED"
    })
    void theVerdictGoesByWhereTheIntervalLies(double published, Agreement verdict) {
        Sample seeds = new Sample(List.of(49.8, 50.0, 50.2));
        assertThat(ConfidenceInterval.of(seeds).orElseThrow().high()).isBetween(50.49, 50.5);
        assertThat(Agreement.of(seeds, published, 1)).isEqualTo(verdict);
    }

    @Test
    void fewSeedsCannotTellHoweverNear() {
        assertThat(Agreement.of(new Sample(List.of(50.0)), 50, 1)).isEqualTo(Agreement.CANNOT_TELL);
        assertThat(Agreement.of(new Sample(List.of(50.0, 50.0)), 50, 1)).isEqualTo(Agreement.CANNOT_TELL);
    }

    @Test
    void seedsThatSpreadWidelyAreWithinNoiseHoweverNearTheirMean() {
        assertThat(Agreement.of(new Sample(List.of(40.0, 50.0, 60.0)), 50, 1)).isEqualTo(Agreement.WITHIN_NOISE);
    }

    @Test
    void aNumberThatIsOffByExactlyTheToleranceIsWithinIt() {
        Sample equal = new Sample(Collections.nCopies(5, 45.8));
        assertThat(Agreement.of(equal, 44.8, 1)).isEqualTo(Agreement.REPRODUCED);
        assertThat(Agreement.of(equal, 46.8, 1)).isEqualTo(Agreement.REPRODUCED);
        assertThat(Agreement.of(equal, 46.9, 1)).isEqualTo(Agreement.NOT_REPRODUCED);
        assertThat(Agreement.of(equal, 46.9, 1.5)).isEqualTo(Agreement.REPRODUCED);
    }

    @Test
    void theRuleSaysTheTolerance() {
        assertThat(Agreement.rule(1)).singleElement().asString().contains("published ± 1 point;", "ddof = 1", "n < 3");
        assertThat(Agreement.rule(0.5)).singleElement().asString().contains("a tolerance of 0.5 points.");
    }
}
