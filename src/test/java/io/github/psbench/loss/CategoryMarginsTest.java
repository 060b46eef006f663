package io.github.psbench.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CategoryMarginsTest {
    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    /** Vectors worked out in float64 apart from this code. */
    @Test
    void givesTheReferenceValuesOfThePaper() {
        assertReference(
                new PaperDelta(), 0.1880450243, new double[] {.1941284967, .1707457257, -.3648742224}, new double[] {
                    .0144325959, .0144325959, -.0954740093, -.0954740093, 0
                });
    }

    /** Vectors worked out in float64 apart from this code; their divisor is 10, with two groups. */
    @Test
    void givesTheReferenceValuesOfTheReleasedCode() {
        assertReference(
                new ReleasedDelta(10.0),
                0.6202320683,
                new double[] {.2386930581, .0816166027, -.3203096609},
                new double[] {-.0130321224, -.0245196455});
    }

    /** @param byCosine dR/ds of the pairs (0, 1), (0, 2), (1, 2) */
    private void assertReference(DeltaForm form, double expected, double[] byCosine, double[] byWeight) {
        NDArray prototypes =
                UnitRows.of(manager.create(new double[] {2, 1, 2, -1, .5, 1, 1, -2, -.5}, new Shape(3, 3)));
        NDArray bits =
                manager.create(new double[] {1, 0, 1, 0, 0, /**/ 0, 1, 1, 0, 0, /**/ 0, 1, 0, 1, 0}, new Shape(3, 5));
        CategoryMargins margins = margins(form).over(bits, List.of(2, 3));
        NDArray weights = manager.ones(new Shape(margins.weightCount()), DataType.FLOAT64);

        NDArray value = margins.value(prototypes, weights);
        NDArray byPrototypes = Differentiation.gradient(prototypes, point -> margins.value(point, weights));
        NDArray byWeights = Differentiation.gradient(weights, point -> margins.value(prototypes, point));

        // A prototype meets each of the others in one cosine: dR/du = M u, M_ij = dR/ds_ij.
        NDArray m = manager.create(
                new double[] {0, byCosine[0], byCosine[1], byCosine[0], 0, byCosine[2], byCosine[1], byCosine[2], 0},
                new Shape(3, 3));
        assertThat(value.getShape()).isEqualTo(new Shape());
        assertThat(value.getDouble()).isCloseTo(expected, within(1e-9));
        assertThat(byPrototypes.toDoubleArray())
                .containsExactly(m.matMul(prototypes).toDoubleArray(), within(1e-9));
        assertThat(byWeights.toDoubleArray()).containsExactly(byWeight, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"1, paper", "2, paper", "3, released", "4, released", "5, released-by-3"})
    void isThePlainSumOverPairs(long seed, String name) {
        Example example = new Example(seed, 23, 6, List.of(3, 1, 4, 2));
        DeltaForm form = form(name);
        CategoryMargins margins = margins(form).over(example.bits(manager), example.groups);
        double[] weights =
                example.random.doubles(margins.weightCount(), -0.5, 1.5).toArray();

        double value = margins.value(example.prototypes(manager), manager.create(weights))
                .getDouble();

        assertThat(value).as("seed %d", seed).isCloseTo(example.plainly(form, weights), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1, paper", "2, released", "3, released-by-3"})
    void hasTheGradientOfFiniteDifferences(long seed, String name) {
        Example example = new Example(seed, 8, 5, List.of(3, 1, 4));
        CategoryMargins margins = margins(form(name)).over(example.bits(manager), example.groups);
        NDArray weights = manager.create(
                example.random.doubles(margins.weightCount(), -0.5, 1.5).toArray());
        NDArray prototypes = example.prototypes(manager);
        String description = "seed " + seed;

        Differentiation.assertGradient(prototypes, 1e-5, description, point -> margins.value(point, weights));
        Differentiation.assertGradient(weights, 1e-5, description, point -> margins.value(prototypes, point));
    }

    @ParameterizedTest
    @CsvSource({"paper", "released"})
    void isAsGoodInFloat32AtTheSizeOfMarket1501(String name) {
        Example example = new Example(6, 508, 128, List.of(4, 4, 10, 9, 2, 2, 2, 2, 2, 2));
        CategoryMargins exact = margins(form(name)).over(example.bits(manager), example.groups);
        CategoryMargins single =
                margins(form(name)).over(example.bits(manager).toType(DataType.FLOAT32, true), example.groups);
        NDArray weights = manager.create(
                example.random.doubles(exact.weightCount(), 0.75, 1.25).toArray());

        double expected = exact.value(example.prototypes(manager), weights).getDouble();
        NDArray value = single.value(
                example.prototypes(manager).toType(DataType.FLOAT32, true), weights.toType(DataType.FLOAT32, true));

        assertThat(value.getDataType()).isEqualTo(DataType.FLOAT32);
        assertThat((double) value.getFloat()).as("seed 6").isCloseTo(expected, within(1e-6));
    }

    @Test
    void leavesNothingBehindButItsValue() {
        Example example = new Example(7, 5, 3, List.of(2, 2));
        CategoryMargins margins = margins(new PaperDelta()).over(example.bits(manager), example.groups);
        NDArray weights = manager.ones(new Shape(4), DataType.FLOAT64);
        try (NDManager step = manager.newSubManager()) {
            NDArray prototypes = example.prototypes(step);
            int owned = manager.getManagedArrays().size();
            NDArray value = margins.value(prototypes, weights);

            assertThat(value.getManager()).isSameAs(step);
            assertThat(step.getManagedArrays()).containsExactlyInAnyOrder(prototypes, value);
            assertThat(manager.getManagedArrays()).hasSize(owned + 1);
            assertThat(weights.getManager()).isSameAs(manager);
        }
        assertThat(weights.toDoubleArray()).containsOnly(1);
    }

    private static SemanticMargin margins(DeltaForm form) {
        return new SemanticMargin(1, form, new LearnedWeights(1, 0.25), SemanticMargin.Mean.ATTACHED);
    }

    private static DeltaForm form(String name) {
        return switch (name) {
            case "paper" -> new PaperDelta();
            case "released" -> new ReleasedDelta(null);
            default -> new ReleasedDelta(3.0);
        };
    }

    /** Categories drawn at random: a group is one-hot, empty or has several bits. */
    private static final class Example {
        final Random random;
        final List<Integer> groups;
        final double[][] prototypes;
        final double[][] bits;

        Example(long seed, int categories, int dimension, List<Integer> groups) {
            random = new Random(seed);
            this.groups = groups;
            prototypes = new double[categories][dimension];
            bits = new double[categories]
                    [groups.stream().mapToInt(Integer::intValue).sum()];
            for (int i = 0; i < categories; i++) {
                double squares = 0;
                for (int k = 0; k < dimension; k++) {
                    prototypes[i][k] = random.nextGaussian();
                    squares += prototypes[i][k] * prototypes[i][k];
                }
                for (int k = 0; k < dimension; k++) {
                    prototypes[i][k] /= Math.sqrt(squares);
                }
                int first = 0;
                for (int size : groups) {
                    for (int draws = random.nextInt(3); draws > 0; draws--) {
                        bits[i][first + random.nextInt(size)] = 1;
                    }
                    first += size;
                }
            }
        }

        NDArray prototypes(NDManager manager) {
            return manager.create(prototypes);
        }

        NDArray bits(NDManager manager) {
            return manager.create(bits);
        }

        double plainly(DeltaForm form, double[] weights) {
            int n = prototypes.length;
            double pairs = n * (n - 1) / 2.0;
            double mean = 0;
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    mean += cosine(i, j) / pairs;
                }
            }
            double sum = 0;
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    double delta = 1 / (1 + Math.exp(distance(form, weights, i, j) - 1));
                    sum += Math.pow(cosine(i, j) - mean - delta, 2);
                }
            }
            return sum / pairs;
        }

        private double cosine(int i, int j) {
            double sum = 0;
            for (int k = 0; k < prototypes[i].length; k++) {
                sum += prototypes[i][k] * prototypes[j][k];
            }
            return sum;
        }

        private double distance(DeltaForm form, double[] weights, int i, int j) {
            double sum = 0;
            int bit = 0;
            for (int group = 0; group < groups.size(); group++) {
                boolean differs = false;
                for (int last = bit + groups.get(group); bit < last; bit++) {
                    differs |= bits[i][bit] != bits[j][bit];
                    if (form instanceof PaperDelta) {
                        sum += weights[bit] * Math.abs(bits[i][bit] - bits[j][bit]);
                    }
                }
                if (form instanceof ReleasedDelta released && differs) {
                    sum += weights[group] / (released.divisor() == null ? groups.size() : released.divisor());
                }
            }
            return sum;
        }
    }
}
