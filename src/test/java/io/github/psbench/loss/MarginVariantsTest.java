package io.github.psbench.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Random;
import org.apache.commons.rng.simple.RandomSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The regulariser without delta, with other weights, and with a mean that is not differentiated. */
final class MarginVariantsTest {
    private static final List<Integer> GROUPS = List.of(2, 3);

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    /** A number worked out in float64 apart from this code. */
    @Test
    void withoutDeltaIsTheVarianceOfTheCosines() {
        NDArray prototypes =
                UnitRows.of(manager.create(new double[] {2, 1, 2, -1, .5, 1, 1, -2, -.5}, new Shape(3, 3)));
        CategoryMargins margins = margins(null, new LearnedWeights(1, 0.25), SemanticMargin.Mean.ATTACHED);

        assertThat(margins.weightCount()).isZero();
        assertThat(margins.learned()).isFalse();
        assertThat(margins.value(prototypes, null).getDouble()).isCloseTo(.1230613005, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void withoutDeltaHasTheGradientOfFiniteDifferences(long seed) {
        CategoryMargins margins = margins(null, new UniformWeights(1), SemanticMargin.Mean.ATTACHED);

        Differentiation.assertGradient(prototypes(seed), 1e-5, "seed " + seed, point -> margins.value(point, null));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void normalisedWeightsAreLearnedWeightsOfLengthOne(long seed) {
        NDArray prototypes = prototypes(seed);
        NDArray w = manager.create(new Random(seed).doubles(5, -1, 3).toArray());
        CategoryMargins normalised =
                margins(new PaperDelta(), new L2NormalisedWeights(1, 0.25), SemanticMargin.Mean.ATTACHED);
        CategoryMargins learned = margins(new PaperDelta(), new LearnedWeights(1, 0.25), SemanticMargin.Mean.ATTACHED);

        assertThat(normalised.learned()).isTrue();
        assertThat(normalised.value(prototypes, w).getDouble())
                .as("seed %d", seed)
                .isCloseTo(learned.value(prototypes, w.div(w.norm())).getDouble(), within(1e-14));
        Differentiation.assertGradient(w, 1e-5, "seed " + seed, point -> normalised.value(prototypes, point));
        Differentiation.assertGradient(prototypes, 1e-5, "seed " + seed, point -> normalised.value(point, w));
    }

    @Test
    void normalisedWeightsOfZeroHaveAFiniteGradient() {
        CategoryMargins margins =
                margins(new PaperDelta(), new L2NormalisedWeights(0, 0), SemanticMargin.Mean.ATTACHED);
        NDArray zeros = manager.zeros(new Shape(5), DataType.FLOAT64);

        for (double derivative : Differentiation.gradient(zeros, point -> margins.value(prototypes(4), point))
                .toDoubleArray()) {
            assertThat(derivative).isFinite();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 2.5})
    void uniformWeightsAreNotLearned(double value) {
        CategoryMargins margins = margins(new PaperDelta(), new UniformWeights(value), SemanticMargin.Mean.ATTACHED);

        assertThat(margins.learned()).isFalse();
        for (float weight : margins.initialWeights(RandomSource.SPLIT_MIX_64.create(1L))) {
            assertThat(weight).isEqualTo((float) value);
        }
    }

    /** Detached, the gradient is that of the same sum with the mean held where it is; the value does not change. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aDetachedMeanIsAConstantOfTheStep(long seed) {
        NDArray prototypes = prototypes(seed);
        NDArray w = manager.create(new Random(seed).doubles(5, 0, 1).toArray());
        CategoryMargins attached = margins(new PaperDelta(), new LearnedWeights(1, 0), SemanticMargin.Mean.ATTACHED);
        CategoryMargins detached = margins(new PaperDelta(), new LearnedWeights(1, 0), SemanticMargin.Mean.DETACHED);
        double[] held = plainly(prototypes.toDoubleArray(), w.toDoubleArray(), Double.NaN);

        assertThat(detached.value(prototypes, w).getDouble())
                .isEqualTo(attached.value(prototypes, w).getDouble())
                .isCloseTo(held[0], within(1e-12));
        double[] gradient = Differentiation.gradient(prototypes, point -> detached.value(point, w))
                .toDoubleArray();
        double[] values = prototypes.toDoubleArray();
        for (int i = 0; i < values.length; i++) {
            double[] up = values.clone();
            double[] down = values.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double expected =
                    (plainly(up, w.toDoubleArray(), held[1])[0] - plainly(down, w.toDoubleArray(), held[1])[0]) / 2e-5;
            assertThat(gradient[i]).as("seed %d, component %d", seed, i).isCloseTo(expected, within(1e-7));
        }
    }

    /** R with a given mean, or with its own where that is NaN, and the mean. */
    private double[] plainly(double[] prototypes, double[] w, double givenMean) {
        double[] p = bits().toDoubleArray();
        int n = 4;
        int d = prototypes.length / n;
        double[][] cosines = new double[n][n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                for (int k = 0; k < d; k++) {
                    cosines[i][j] += prototypes[i * d + k] * prototypes[j * d + k];
                }
                mean += cosines[i][j] / (n * (n - 1) / 2.0);
            }
        }
        double used = Double.isNaN(givenMean) ? mean : givenMean;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double distance = 0;
                for (int k = 0; k < w.length; k++) {
                    distance += w[k] * Math.abs(p[i * w.length + k] - p[j * w.length + k]);
                }
                sum += Math.pow(cosines[i][j] - used - 1 / (1 + Math.exp(distance - 1)), 2);
            }
        }
        return new double[] {sum / (n * (n - 1) / 2.0), mean};
    }

    private NDArray prototypes(long seed) {
        return UnitRows.of(manager.create(new Random(seed).doubles(24, -1, 1).toArray(), new Shape(4, 6)));
    }

    private NDArray bits() {
        return manager.create(
                new double[] {1, 0, 1, 0, 0, /**/ 0, 1, 1, 0, 0, /**/ 0, 1, 0, 1, 0, /**/ 1, 0, 0, 0, 1},
                new Shape(4, 5));
    }

    private CategoryMargins margins(@Nullable DeltaForm form, MarginWeights weights, SemanticMargin.Mean mu) {
        return new SemanticMargin(1, form, weights, mu).over(bits(), GROUPS);
    }
}
