package io.github.psbench.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolmTest {
    /** As R's p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"). */
    @Test
    void eachStepCorrectsForThoseThatAreLeft() {
        List<Double> corrected = Holm.corrected(List.of(0.01, 0.04, 0.03, 0.005));
        assertThat(corrected).usingElementComparator(closeTo()).containsExactly(0.03, 0.06, 0.06, 0.02);
    }

    @Test
    void nothingIsAboveOne() {
        assertThat(Holm.corrected(List.of(0.6, 0.9, 0.5))).containsExactly(1.0, 1.0, 1.0);
        assertThat(Holm.corrected(List.of())).isEmpty();
        assertThat(Holm.corrected(List.of(0.03))).containsExactly(0.03);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void itIsBetweenNoCorrectionAndBonferronisAndKeepsTheOrder(long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        List<Double> p = Stream.generate(() -> Math.pow(random.nextDouble(), 4))
                .limit(12)
                .toList();
        List<Double> corrected = Holm.corrected(p);
        for (int i = 0; i < p.size(); i++) {
            assertThat(corrected.get(i)).as("seed %d", seed).isBetween(p.get(i), Math.min(1, 12 * p.get(i)));
            for (int j = 0; j < p.size(); j++) {
                if (p.get(i) < p.get(j)) {
                    assertThat(corrected.get(i)).as("seed %d", seed).isLessThanOrEqualTo(corrected.get(j));
                }
            }
        }
    }

    private static Comparator<Double> closeTo() {
        return (a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b);
    }
}
