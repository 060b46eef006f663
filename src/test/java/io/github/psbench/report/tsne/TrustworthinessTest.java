package io.github.psbench.report.tsne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrustworthinessTest {
    private static final double[][] POINTS = SomePoints.counted(40);

    /** From {@code sklearn.manifold.trustworthiness(X, Y, n_neighbors=k)} of scikit-learn 1.9.1, for these points and maps. */
    @Test
    void itIsThatOfScikitLearn() {
        double[][] map = SomePoints.countedMap(40);
        assertThat(Trustworthiness.of(POINTS, map, 1)).isCloseTo(0.5289473684210526, within(1e-12));
        assertThat(Trustworthiness.of(POINTS, map, 5)).isCloseTo(0.524375, within(1e-12));
        assertThat(Trustworthiness.of(POINTS, map, 12)).isCloseTo(0.560077519379845, within(1e-12));
        double[][] shadow =
                Arrays.stream(POINTS).map(point -> Arrays.copyOf(point, 2)).toArray(double[][]::new);
        assertThat(Trustworthiness.of(POINTS, shadow, 5)).isCloseTo(0.67015625, within(1e-12));
        assertThat(Trustworthiness.of(POINTS, shadow, 12)).isCloseTo(0.7225775193798449, within(1e-12));
    }

    @Test
    void aMapThatKeepsAllNeighboursHasOne() {
        double[][] map = SomePoints.countedMap(40);
        assertThat(Trustworthiness.of(map, map, 5)).isEqualTo(1);
    }

    @Test
    void moreNeighboursThanHalfOfThePointsAreRefused() {
        assertThatThrownBy(() -> Trustworthiness.of(POINTS, SomePoints.countedMap(40), 20))
                .hasMessage("neighbours must be >= 1 and less than half of 40 points, got 20");
    }
}
