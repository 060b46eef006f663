package io.github.psbench.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.psbench.loss.SphereFace.Annealing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SphereFaceTest {
    /** Also at 0, where a fold ends, and where the form with signs of cosines makes another number of it. */
    @ParameterizedTest
    @CsvSource({"1, 1", ".9, -.2312", ".5, -1.5", "0, -3", "-.5, -4.5", "-.9, -5.7688", "-1, -7"})
    void continuesTheCosineOfTheFourfoldAngle(double cosine, double psi) {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray cosines = manager.create(new double[][] {{cosine, 0}});

            double value = new SphereFace(1, 4, null)
                    .value(cosines, manager.create(new long[] {0}), 0)
                    .getDouble();

            assertThat(value).isCloseTo(Math.log(1 + Math.exp(-psi)), within(1e-14));
        }
    }

    @Test
    void annealsAsTheCodeOfItsAuthors() {
        Annealing annealing = new Annealing(1000, 5, 0.12);

        assertThat(annealing.lambda(0)).isEqualTo(1000);
        assertThat(annealing.lambda(100)).isCloseTo(1000 / 13.0, within(1e-12));
        assertThat(annealing.lambda(1658)).isGreaterThan(5);
        assertThat(annealing.lambda(1659)).isEqualTo(5);
        assertThat(annealing.lambda(Long.MAX_VALUE)).isEqualTo(5);
    }

    @Test
    void goesByTheStep() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray cosines = manager.create(new double[][] {{.3, .2}, {-.4, .1}});
            NDArray labels = manager.create(new long[] {0, 1});
            SphereFace annealed = new SphereFace(8, 4, new Annealing(1000, 5, 0.12));

            double late = annealed.value(cosines, labels, 1_000_000).getDouble();

            assertThat(late)
                    .isEqualTo(new SphereFace(8, 4, new Annealing(5, 5, 0))
                            .value(cosines, labels, 0)
                            .getDouble())
                    .isGreaterThan(annealed.value(cosines, labels, 0).getDouble());
        }
    }
}
