package io.github.psbench.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarginAlignmentTest {
    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    /** There the derivative of the sine is infinite; the bound makes it 0. */
    @ParameterizedTest
    @ValueSource(doubles = {1, -1, 1 + 1e-7, -1 - 1e-7})
    void hasAFiniteGradientWhereAnImageLiesOnAPrototypeOrOpposite(double cosine) {
        NDArray labels = manager.create(new long[] {0});
        double[] gradient = Differentiation.gradient(
                        manager.create(new double[] {cosine, 0.25}, new Shape(1, 2)),
                        point -> new MarginAlignment(2, 0.2).value(point, labels, 0))
                .toDoubleArray();

        double target = cosine > 0 ? cosine * Math.cos(0.2) - 1e-6 * Math.sin(0.2) : cosine - 0.2 * Math.sin(0.2);
        double slope = cosine > 0 ? Math.cos(0.2) : 1;
        double other = Math.exp(2 * 0.25) / (Math.exp(2 * 0.25) + Math.exp(2 * target));
        assertThat(gradient).containsExactly(new double[] {-2 * slope * other, 2 * other}, within(1e-12));
    }

    @Test
    void theTargetFallsWithTheAngleAlsoBehindTheBorder() {
        MarginAlignment loss = new MarginAlignment(1, 0.5);
        NDArray labels = manager.create(new long[] {0});
        double before = Double.NEGATIVE_INFINITY;
        for (double cosine = 1; cosine >= -1; cosine -= 1 / 64.0) {
            double value = loss.value(manager.create(new double[][] {{cosine, 0}}), labels, 0)
                    .getDouble();
            assertThat(value).as("cosine %s", cosine).isGreaterThan(before);
            before = value;
        }
    }
}
