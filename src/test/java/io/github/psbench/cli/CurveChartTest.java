package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CurveChartTest {
    private static final CurveChart.Span ONE_TO_FIVE = new CurveChart.Span(1, 5);

    @Test
    void aPlainCurveIsOfStars() {
        assertThat(new CurveChart(ONE_TO_FIVE, new CurveChart.Span(0, 4), 5, 5, true)
                        .of(new TreeMap<>(Map.of(1, 4.0, 3, 2.0, 5, 2.0))))
                .containsExactly("*    ", " *   ", "  ***", "     ", "     ");
    }

    @Test
    void aBrailleCharacterHasEightDots() {
        CurveChart chart = new CurveChart(ONE_TO_FIVE, new CurveChart.Span(0, 1), 2, 1, false);
        assertThat(chart.of(new TreeMap<>(Map.of(1, 0.0)))).containsExactly("\u2840\u2800");
        assertThat(chart.of(new TreeMap<>(Map.of(1, 1.0)))).containsExactly("\u2801\u2800");
        assertThat(chart.of(new TreeMap<>(Map.of(5, 1.0)))).containsExactly("\u2800\u2808");
        assertThat(chart.of(new TreeMap<>(Map.of(5, 0.0)))).containsExactly("\u2800\u2880");
        assertThat(chart.of(new TreeMap<>(Map.of(1, 0.0, 5, 1.0)))).containsExactly("\u2860\u280a");
    }

    @Test
    void aCurveThatDoesNotMoveLiesInTheMiddle() {
        CurveChart.Span still = new CurveChart.Span(3, 3);
        assertThat(new CurveChart(ONE_TO_FIVE, still, 5, 3, true).of(new TreeMap<>(Map.of(1, 3.0, 5, 3.0))))
                .containsExactly("     ", "*****", "     ");
        assertThat(new CurveChart(still, still, 3, 1, true).of(new TreeMap<>(Map.of(3, 3.0))))
                .containsExactly(" * ");
    }
}
