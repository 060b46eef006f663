package io.github.psbench.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tile by tile against all pairs at once, in float64. */
class PairSquaresTest {
    private static final int CATEGORIES = 23;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8, 22})
    void tilesOfAnySizeComeToTheSameSumAndGradients(int tile) {
        for (boolean delta : new boolean[] {true, false}) {
            List<double[]> expected = sumAndGradients(CATEGORIES, delta);
            List<double[]> found = sumAndGradients(tile, delta);
            assertThat(found).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(found.get(i)).containsExactly(expected.get(i), within(1e-10));
            }
            assertThat(found.get(1)).isNotEqualTo(new double[found.get(1).length]);
        }
    }

    @Test
    void whatNeedsNoGradientGetsNone() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Inputs inputs = new Inputs(manager, true);
            inputs.w.setRequiresGradient(false);
            try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                gradients.backward(inputs.squares(5));
            }
            assertThat(inputs.w.hasGradient()).isFalse();
            assertThat(inputs.prototypes.getGradient().toDoubleArray()).doesNotContain(Double.NaN);
        }
    }

    /** The sum, then the gradients of the prototypes, of what mu was made of, and of w if there is a delta. */
    private static List<double[]> sumAndGradients(int tile, boolean delta) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Inputs inputs = new Inputs(manager, delta);
            try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                NDArray sum = inputs.squares(tile);
                gradients.backward(sum);
                return Stream.of(
                                sum,
                                inputs.prototypes.getGradient(),
                                inputs.mu.getGradient(),
                                delta ? inputs.w.getGradient() : sum)
                        .map(NDArray::toDoubleArray)
                        .toList();
            }
        }
    }

    private static final class Inputs {
        final NDArray prototypes;
        final NDArray w;
        final NDArray mu;
        private final @Nullable ComparedColumns columns;

        Inputs(NDManager manager, boolean delta) {
            UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(5L);
            prototypes = manager.create(
                    random.doubles((long) CATEGORIES * 4).map(x -> x - 0.5).toArray(), new Shape(CATEGORIES, 4));
            NDArray bits = manager.create(
                    random.doubles((long) CATEGORIES * 6).map(Math::rint).toArray(), new Shape(CATEGORIES, 6));
            w = manager.create(random.doubles(6).toArray());
            mu = manager.create(0.1);
            for (NDArray input : List.of(prototypes, w, mu)) {
                input.setRequiresGradient(true);
            }
            columns = delta ? new PaperDelta().columns(bits, List.of(6)) : null;
        }

        NDArray squares(int tile) {
            // mu, like w where there is a delta, is the outcome of operations when the squares are asked for.
            NDArray mean = mu.mul(mu.onesLike());
            return new PairSquares(prototypes, mean, columns == null ? null : columns.logits(w)).sum(tile);
        }
    }
}
