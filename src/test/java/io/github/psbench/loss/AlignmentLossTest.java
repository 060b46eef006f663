package io.github.psbench.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every alignment loss, whatever its equation. */
final class AlignmentLossTest {
    private static final int IMAGES = 6;
    private static final int PROTOTYPES = 5;
    /** One prototype has two images, one has none. */
    private static final long[] LABELS = {3, 0, 1, 1, 2, 0};

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    static Stream<AlignmentLoss> losses() {
        return PermittedLosses.withDefaults();
    }

    static Stream<AlignmentLoss> sharpLosses() {
        return Stream.concat(PermittedLosses.withDefaults(), PermittedLosses.atScales(1, 32, 256));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void isAScalarOfTheTypeAndTheManagerOfTheCosines(AlignmentLoss loss) {
        for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
            NDArray cosines = manager.create(random(1)).toType(type, false);
            double[] before = cosines.toType(DataType.FLOAT64, true).toDoubleArray();

            NDArray value = loss.value(cosines, manager.create(LABELS), 0);

            assertThat(value.getShape()).isEqualTo(new Shape());
            assertThat(value.getDataType()).isEqualTo(type);
            assertThat(value.getManager()).isSameAs(manager);
            assertThat(cosines.toType(DataType.FLOAT64, true).toDoubleArray()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void hasTheGradientOfFiniteDifferencesInImagesAndPrototypes(AlignmentLoss loss) {
        Loss whole = new Loss(loss, null);
        NDArray labels = manager.create(LABELS);
        NDArray images = gaussian(2, IMAGES);
        NDArray prototypes = gaussian(3, PROTOTYPES);

        Differentiation.assertGradient(images, 1e-6, loss + ", images, seeds 2 and 3", point -> whole.value(
                        point, labels, prototypes, null, null, 0)
                .total());
        Differentiation.assertGradient(prototypes, 1e-6, loss + ", prototypes, seeds 2 and 3", point -> whole.value(
                        images, labels, point, null, null, 0)
                .total());
    }

    @ParameterizedTest
    @MethodSource("losses")
    void pullsAnImageToItsPrototypeAndPushesItFromTheOthers(AlignmentLoss loss) {
        for (long seed = 1; seed <= 5; seed++) {
            double[] gradient = gradient(loss, manager.create(random(seed)), LABELS);
            for (int i = 0; i < gradient.length; i++) {
                if (i % PROTOTYPES == LABELS[i / PROTOTYPES]) {
                    assertThat(gradient[i]).as("seed %d, %d", seed, i).isNotPositive();
                } else {
                    assertThat(gradient[i]).as("seed %d, %d", seed, i).isNotNegative();
                }
            }
            assertThat(Arrays.stream(gradient).map(Math::abs).sum())
                    .as("seed %d", seed)
                    .isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void doesNotDependOnTheOrderOfImagesAndPrototypes(AlignmentLoss loss) {
        double[][] cosines = random(4);
        double[][] turned = new double[IMAGES][PROTOTYPES];
        long[] turnedLabels = new long[IMAGES];
        for (int i = 0; i < IMAGES; i++) {
            int to = (i + 2) % IMAGES;
            turnedLabels[to] = (LABELS[i] + 3) % PROTOTYPES;
            for (int k = 0; k < PROTOTYPES; k++) {
                turned[to][(k + 3) % PROTOTYPES] = cosines[i][k];
            }
        }

        double value =
                loss.value(manager.create(cosines), manager.create(LABELS), 0).getDouble();

        assertThat(loss.value(manager.create(turned), manager.create(turnedLabels), 0)
                        .getDouble())
                .as("seed 4")
                .isCloseTo(value, within(1e-12 * Math.max(1, Math.abs(value))));
    }

    /** Float64 is right where float32 is, so that it can be the measure: {@link LossAccuracyTest} holds it against the equations. */
    @ParameterizedTest
    @MethodSource("sharpLosses")
    void isAsGoodInFloat32AtExtremeCosines(AlignmentLoss loss) {
        double[] extremes = {1, -1, 0, Math.nextUp(1f), Math.nextDown(-1f), Math.nextDown(1f), Float.MIN_VALUE};
        for (long seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            double[][] cosines = new double[IMAGES][PROTOTYPES];
            for (double[] row : cosines) {
                for (int k = 0; k < PROTOTYPES; k++) {
                    int drawn = random.nextInt(2 * extremes.length);
                    row[k] = drawn < extremes.length ? extremes[drawn] : 2 * random.nextFloat() - 1;
                }
            }
            assertAsGood(loss, cosines, LABELS, "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("sharpLosses")
    void staysFiniteWhereCategoriesHaveNoImageOrAllImagesAreOfOne(AlignmentLoss loss) {
        assertAsGood(loss, random(6), new long[] {2, 2, 2, 2, 2, 2}, "one category, seed 6");
        assertAsGood(loss, new double[][] {random(7)[0]}, new long[] {4}, "one image, seed 7");
    }

    @ParameterizedTest
    @MethodSource("sharpLosses")
    void staysFiniteWithASinglePrototype(AlignmentLoss loss) {
        assertAsGood(loss, new double[][] {{-1}, {0}, {1}, {.3}}, new long[4], "one prototype");
    }

    private void assertAsGood(AlignmentLoss loss, double[][] cosines, long[] labels, String description) {
        NDArray single = manager.create(cosines).toType(DataType.FLOAT32, false);
        NDArray exact = single.toType(DataType.FLOAT64, true);

        double value = loss.value(single, manager.create(labels), 0).getFloat();
        double expected = loss.value(exact, manager.create(labels), 0).getDouble();
        double[] gradient = gradient(loss, single, labels);
        double[] expectedGradient = gradient(loss, exact, labels);

        assertThat(expected).as(description).isFinite();
        assertThat(value).as(description).isCloseTo(expected, within(1e-5 * Math.max(1, Math.abs(expected))));
        double largest = Arrays.stream(expectedGradient).map(Math::abs).max().orElseThrow();
        assertThat(largest).as(description).isFinite();
        assertThat(gradient).as(description).containsExactly(expectedGradient, within(1e-3 * Math.max(1, largest)));
    }

    private double[] gradient(AlignmentLoss loss, NDArray cosines, long[] labels) {
        NDArray classes = manager.create(labels);
        return Differentiation.gradient(cosines, point -> loss.value(point, classes, 0))
                .toType(DataType.FLOAT64, false)
                .toDoubleArray();
    }

    private static double[][] random(long seed) {
        Random random = new Random(seed);
        double[][] cosines = new double[IMAGES][PROTOTYPES];
        for (double[] row : cosines) {
            Arrays.setAll(row, k -> 2 * random.nextDouble() - 1);
        }
        return cosines;
    }

    private NDArray gaussian(long seed, int rows) {
        Random random = new Random(seed);
        double[] values = new double[rows * 4];
        Arrays.setAll(values, i -> random.nextGaussian());
        return manager.create(values, new Shape(rows, 4));
    }
}
