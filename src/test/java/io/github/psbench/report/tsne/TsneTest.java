package io.github.psbench.report.tsne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.psbench.base.InvalidSetting;
import io.github.psbench.base.Progress;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TsneTest {
    private static final TsneOptions SHORT = new TsneOptions(5, 260, 1, TsneOptions.Start.PRINCIPAL_AXES);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSameSeedGivesTheSameBitsOnAnyNumberOfCores(boolean exact) throws InterruptedException, ExecutionException {
        double[][] points = SomePoints.clusters(300, 6, 5, 1);
        TsneOptions options = new TsneOptions(20, 300, 7, TsneOptions.Start.RANDOM);
        ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool many = new ForkJoinPool(5);
        try {
            TsneMap alone = one.submit(() -> Tsne.map(points, options, exact, Progress.SILENT, ""))
                    .get();
            TsneMap together = many.submit(() -> Tsne.map(points, options, exact, Progress.SILENT, ""))
                    .get();
            assertThat(together.positions()).isDeepEqualTo(alone.positions());
            assertThat(together.divergence()).isEqualTo(alone.divergence());
        } finally {
            one.shutdown();
            many.shutdown();
        }
    }

    @Test
    void anotherSeedGivesAnotherMapOnlyFromARandomStart() {
        double[][] points = SomePoints.clusters(60, 4, 3, 2);
        TsneOptions random = new TsneOptions(5, 250, 1, TsneOptions.Start.RANDOM);
        assertThat(positions(points, new TsneOptions(5, 250, 2, TsneOptions.Start.RANDOM)))
                .isNotEqualTo(positions(points, random));
        assertThat(positions(points, new TsneOptions(5, 260, 2, TsneOptions.Start.PRINCIPAL_AXES)))
                .isDeepEqualTo(positions(points, SHORT));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void clustersStayTogether(boolean exact) {
        double[][] points = SomePoints.clusters(240, 10, 4, 9);
        double[][] map = Tsne.map(
                        points,
                        new TsneOptions(15, 500, 1, TsneOptions.Start.PRINCIPAL_AXES),
                        exact,
                        Progress.SILENT,
                        "")
                .positions();
        for (int i = 0; i < map.length; i++) {
            Distances distances = new Distances(map);
            double[] squared = new double[map.length];
            distances.from(i, squared);
            Neighbours nearest = new Neighbours(10);
            nearest.search(squared, i);
            for (int rank = 0; rank < 10; rank++) {
                assertThat(nearest.index(rank) % 4)
                        .as("neighbour of %d, seed 9", i)
                        .isEqualTo(i % 4);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fewPointsEqualPointsAndOneDimensionAreMapped(boolean exact) {
        TsneOptions few = new TsneOptions(1.2, 250, 1, TsneOptions.Start.PRINCIPAL_AXES);
        double[][] equal = new double[40][3];
        double[][] halfEqual = new double[40][2];
        double[][] line = new double[40][1];
        for (int i = 0; i < 40; i++) {
            halfEqual[i][1] = Math.max(0, i - 20);
            line[i][0] = i * i;
        }
        for (double[][] points : new double[][][] {equal, halfEqual, line}) {
            assertThat(finite(Tsne.map(points, SHORT, exact, Progress.SILENT, "")))
                    .isTrue();
        }
        double[][] five = {{1, 0}, {0, 1}, {2, 2}, {5, 0}, {0, 7}};
        assertThat(finite(Tsne.map(five, few, exact, Progress.SILENT, ""))).isTrue();
    }

    private static boolean finite(TsneMap map) {
        return Double.isFinite(map.divergence())
                && Arrays.stream(map.positions())
                        .flatMapToDouble(DoubleStream::of)
                        .allMatch(Double::isFinite);
    }

    @Test
    void aPerplexityThatLeavesTooFewOtherPointsIsRefused() {
        double[][] points = SomePoints.clusters(31, 4, 3, 2);
        assertThatThrownBy(() -> positions(points, new TsneOptions(10, 250, 1, TsneOptions.Start.RANDOM)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("perplexity must be less than (points - 1) / 3, which is 10.00 for 31 points, got 10.0");
        assertThat(positions(points, new TsneOptions(9.9, 250, 1, TsneOptions.Start.RANDOM)))
                .hasDimensions(31, 2);
        assertThatThrownBy(() -> new TsneOptions(1, 250, 1, TsneOptions.Start.RANDOM))
                .hasMessage("perplexity must be > 1 and finite, got 1.0");
    }

    @Test
    void pointsThatAreNoNumbersAreRefused() {
        double[][] points = SomePoints.clusters(31, 2, 3, 2);
        points[4][1] = Double.NaN;
        assertThatThrownBy(() -> positions(points, SHORT)).hasMessageStartingWith("point 4 must be 2 finite numbers");
        points[4] = new double[] {1};
        assertThatThrownBy(() -> positions(points, SHORT)).hasMessage("point 4 must be 2 finite numbers, got [1.0]");
    }

    @Test
    void itStopsBetweenTwoIterations() {
        int[] done = {0};
        Progress stopping = (what, units) -> new Progress.Task() {
            @Override
            public void advance(long more) {
                if (what.equals("a map") && ++done[0] == 20) {
                    throw new CancellationException("enough");
                }
            }

            @Override
            public void note(String text) {}

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> Tsne.map(SomePoints.clusters(31, 2, 3, 2), SHORT, stopping, "a map"))
                .isInstanceOf(CancellationException.class);
        assertThat(done[0]).isEqualTo(20);
    }

    @Test
    void principalAxesAreThoseOfMostSpread() {
        double[][] points = new double[100][3];
        for (int i = 0; i < 100; i++) {
            double along = i - 50.0;
            double across = i % 7;
            // Along (0, -0.6, 0.8), across (1, 0, 0).
            points[i] = new double[] {across + 3, -0.6 * along, 0.8 * along - 1};
        }
        double[][] axes = PrincipalAxes.of(points);
        assertThat(axes[0][99] - axes[0][0]).isCloseTo(99, within(0.01));
        assertThat(axes[1][6] - axes[1][0]).isCloseTo(6, within(0.1));
    }

    private static double[][] positions(double[][] points, TsneOptions options) {
        return Tsne.map(points, options, Progress.SILENT, "").positions();
    }
}
