package io.github.psbench.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void deviationDividesByOneLessThanTheCount() {
        // Squares of -2.5/3, 2.3/3, 0.2/3 add up to 11.58/9; half of it is 0.64333..., whose root is 0.80208....
        Sample sample = new Sample(List.of(49.6, 51.2, 50.5));
        assertThat(sample.mean()).isCloseTo(151.3 / 3, within(1e-12));
        assertThat(sample.standardDeviation()).hasValueCloseTo(0.8020806277010643, within(1e-12));
    }

    @Test
    void oneValueHasNoDeviation() {
        Sample sample = new Sample(List.of(49.6));
        assertThat(sample.mean()).isEqualTo(49.6);
        assertThat(sample.standardDeviation()).isEmpty();
    }

    @Test
    void equalValuesHaveExactlyNoDeviation() {
        Sample sample = new Sample(List.of(0.1, 0.1, 0.1));
        assertThat(sample.mean()).isEqualTo(0.1);
        assertThat(sample.standardDeviation()).hasValue(0);
    }

    @Test
    void noValuesAreRefused() {
        assertThatThrownBy(() -> new Sample(List.of())).hasMessage("a sample has at least one value, got none");
    }
}
