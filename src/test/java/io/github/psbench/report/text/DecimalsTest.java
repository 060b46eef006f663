package io.github.psbench.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
    @ParameterizedTest
    @CsvSource({
        "49.65, 49.7",
        "49.649999, 49.6",
        "0.25, 0.3",
        "0.05, 0.1",
        "39, 39.0",
        "99.95, 100.0",
        "1e-9, 0.0",
        "NaN, NaN"
    })
    void halvesOfTheDecimalGoUp(double value, String rounded) {
        assertThat(Decimals.rounded(value)).isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({"0.3, +0.3", "-3.25, -3.3", "0, 0.0", "0.01, 0.0", "-0.01, 0.0"})
    void differencesHaveTheirSignButZeroHasNone(double value, String signed) {
        assertThat(Decimals.signed(value)).isEqualTo(signed);
    }

    @Test
    void exactReadsBackWithTheFewestDigits() {
        assertThat(Decimals.exact(100.0 / 3)).isEqualTo("33.333333333333336");
        // Java 17's own conversion says 1.9999999999999998E23.
        assertThat(Decimals.exact(Double.parseDouble("2e23"))).isEqualTo("2.0E23");
        assertThat(Double.parseDouble(Decimals.exact(Math.nextUp(49.6)))).isEqualTo(Math.nextUp(49.6));
    }
}
