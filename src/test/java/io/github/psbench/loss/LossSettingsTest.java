package io.github.psbench.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.Failure;
import io.github.psbench.loss.SphereFace.Annealing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The alignment losses as files write them. */
final class LossSettingsTest {
    @Test
    void haveTheDefaultsOfTheirPapers() {
        assertThat(PermittedLosses.withDefaults())
                .containsExactly(
                        new MarginAlignment(32, 0.1),
                        new ScaledSoftmax(32),
                        new ProxyAnchor(32, 0.1),
                        new ProxyNca(1, false),
                        new CosFace(64, 0.35),
                        new SphereFace(32, 4, new Annealing(1000, 5, 0.12)));
    }

    @Test
    void areReadByTheirNames() {
        assertThat(PermittedLosses.of("{name: proxy-nca, scale: 8, positive-in-denominator: true}"))
                .isEqualTo(new ProxyNca(8, true));
        assertThat(PermittedLosses.of("{name: sphereface, margin: 3, annealing: none}"))
                .isEqualTo(new SphereFace(32, 3, null));
        assertThat(PermittedLosses.of("{name: sphereface, annealing: {start: 1500, rate: 0.1}}"))
                .isEqualTo(new SphereFace(32, 4, new Annealing(1500, 5, 0.1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: ma, scale: 0}                             | scale must be > 0 and finite, got 0",
                "{name: ma, margin: 3.2}                          | margin must be in [0, pi), got 3.2",
                "{name: ma, margin: -0.1}                         | margin must be in [0, pi), got -0.1",
                "{name: softmax, scale: -1}                       | scale must be > 0 and finite, got -1",
                "{name: proxy-anchor, alpha: 0}                   | alpha must be > 0 and finite, got 0",
                "{name: proxy-anchor, delta: -0.1}                | delta must be >= 0 and finite, got -0.1",
                "{name: proxy-nca, scale: 0}                      | scale must be > 0 and finite, got 0",
                "{name: cosface, scale: 0}                        | scale must be > 0 and finite, got 0",
                "{name: cosface, margin: -0.1}                    | margin must be >= 0 and finite, got -0.1",
                "{name: sphereface, scale: 0}                     | scale must be > 0 and finite, got 0",
                "{name: sphereface, margin: 0}                    | margin must be in 1..100, got 0",
                "{name: sphereface, margin: 101}                  | margin must be in 1..100, got 101",
                "{name: sphereface, annealing: {start: -1}}       | start must be >= 0 and finite, got -1",
                "{name: sphereface, annealing: {least: -1}}       | least must be >= 0 and finite, got -1",
                "{name: sphereface, annealing: {rate: -1}}        | rate must be >= 0 and finite, got -1",
            })
    void areRefusedOutOfRange(String yaml, String message) {
        assertThatThrownBy(() -> PermittedLosses.of(yaml))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(message);
    }
}
