package io.github.psbench.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.base.InvalidSetting;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarginAlignmentTest {
    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    /** Vectors worked out in float64 apart from this code. */
    @ParameterizedTest
    @CsvSource({"12, 0.2, 0.0090113215385", "32, 0.1, 1.658365294e-6", "12, 0, 0.0024634253539"})
    void givesTheReferenceValues(double scale, double margin, double expected) {
        NDArray images = manager.create(new double[] {1, 2, 2, .5, -1, .25}, new Shape(2, 3));
        NDArray prototypes = manager.create(new double[] {2, 1, 2, -1, .5, 1, 1, -2, -.5}, new Shape(3, 3));
        NDArray labels = manager.create(new long[] {0, 2});

        Loss loss = new Loss(new MarginAlignment(scale, margin), null);
        NDArray value = loss.value(images, labels, prototypes, null, null, 0).total();

        assertThat(value.getDataType()).isEqualTo(DataType.FLOAT64);
        assertThat(value.getShape()).isEqualTo(new Shape());
        assertThat(value.getDouble()).isCloseTo(expected, within(1e-9 * Math.min(1, expected * 100)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isThePlainSumOfItsEquationAtRandomCosines(long seed) {
        Random random = new Random(seed);
        int images = 9;
        int prototypes = 5;
        double[] cosines = random.doubles(45, -1, 1).toArray();
        // Every target that matters: perfect, opposite, orthogonal, and both sides of the fallback's border.
        cosines[0] = 1;
        cosines[prototypes + 1] = -1;
        cosines[2 * prototypes + 2] = 0;
        cosines[3 * prototypes + 3] = -Math.cos(0.3) - 1e-9;
        cosines[4 * prototypes + 4] = -Math.cos(0.3) + 1e-9;
        long[] labels = {0, 1, 2, 3, 4, 0, 1, 2, 3};

        double value = new MarginAlignment(7, 0.3)
                .value(manager.create(cosines, new Shape(images, prototypes)), manager.create(labels), 0)
                .getDouble();

        // The bound on the sine, 1e-6, shows at cosines of 1 and -1.
        assertThat(value)
                .as("seed %d", seed)
                .isCloseTo(plainly(cosines, labels, prototypes, 7, 0.3), within(7 * 0.3 * 1e-6 * 2 / images));
    }

    private static double plainly(double[] cosines, long[] labels, int prototypes, double scale, double margin) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double target = 0;
            double others = 0;
            for (int k = 0; k < prototypes; k++) {
                double cosine = cosines[i * prototypes + k];
                if (k != labels[i]) {
                    others += Math.exp(scale * cosine);
                } else if (cosine > Math.cos(Math.PI - margin)) {
                    target = Math.exp(scale * Math.cos(Math.acos(cosine) + margin));
                } else {
                    target = Math.exp(scale * (cosine - margin * Math.sin(Math.PI - margin)));
                }
            }
            sum -= Math.log(target / (target + others));
        }
        return sum / labels.length;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void hasTheGradientOfFiniteDifferences(long seed) {
        Random random = new Random(seed);
        NDArray labels = manager.create(new long[] {3, 0, 1, 1, 2, 0});
        double[] cosines = random.doubles(24, -0.99, 0.99).toArray();
        cosines[3] = 0;
        cosines[4] = -Math.cos(0.2) - 1e-4;
        cosines[9] = -Math.cos(0.2) + 1e-4;

        Differentiation.assertGradient(
                manager.create(cosines, new Shape(6, 4)), 1e-6, "seed " + seed, point -> new MarginAlignment(12, 0.2)
                        .value(point, labels, 0));
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

    @ParameterizedTest
    @ValueSource(doubles = {1, 12, 32, 64, 256})
    void staysFiniteInFloat32AtAnyScale(double scale) {
        Random random = new Random(5);
        NDArray labels = manager.create(new long[] {0, 1, 2, 3, 4, 5, 6, 7});
        float[] cosines = new float[64];
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = i % 5 == 0 ? 1 : i % 7 == 0 ? -1 : 2 * random.nextFloat() - 1;
        }
        NDArray point = manager.create(cosines, new Shape(8, 8));
        MarginAlignment loss = new MarginAlignment(scale, 0.2);

        NDArray value = loss.value(point, labels, 0);
        float[] gradient = Differentiation.gradient(point, moved -> loss.value(moved, labels, 0))
                .toFloatArray();

        assertThat(value.getDataType()).isEqualTo(DataType.FLOAT32);
        assertThat(value.getFloat()).isFinite().isNotNegative();
        for (float component : gradient) {
            assertThat(component).isFinite();
        }
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatThrownBy(() -> new MarginAlignment(0, 0.1))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("scale");
        assertThatThrownBy(() -> new MarginAlignment(Double.NaN, 0.1))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("scale");
        assertThatThrownBy(() -> new MarginAlignment(1, Math.PI))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("margin");
        assertThatThrownBy(() -> new MarginAlignment(1, Double.NaN))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("margin");
        assertThatThrownBy(() -> new MarginAlignment(1, -0.1))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("margin");
    }
}
