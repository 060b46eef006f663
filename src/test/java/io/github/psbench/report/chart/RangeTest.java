package io.github.psbench.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RangeTest {
    @Test
    void thereIsRoomAroundTheValues() {
        assertThat(Range.around(DoubleStream.of(20, 10, Double.NaN))).isEqualTo(new Range(9.5, 20.5));
    }

    @Test
    void equalValuesHaveARangeToo() {
        assertThat(Range.around(DoubleStream.of(0, 0))).isEqualTo(new Range(-1e-6, 1e-6));
        assertThat(Range.around(DoubleStream.of(5000))).isEqualTo(new Range(4995, 5005));
    }

    @Test
    void withoutValuesItIsAroundZero() {
        assertThat(Range.around(DoubleStream.empty())).isEqualTo(new Range(-1e-6, 1e-6));
    }
}
