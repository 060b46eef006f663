package io.github.psbench.loss;

import static io.github.psbench.base.InvalidSetting.require;

import ai.djl.ndarray.NDArray;
import io.github.psbench.base.Default;
import io.github.psbench.base.Name;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Learned, and in the distance scaled to length 1, w / |w|: the row "l2-normalised w" of Table 5. The paper does not say more; this is the
 * natural reading. They start as {@link LearnedWeights} do.
 *
 * @param initial finite
 * @param jitter >= 0
 */
@Name("l2-normalised")
public record L2NormalisedWeights(
        @Default("1") double initial, @Default("0.25") double jitter) implements MarginWeights {
    /** Weights that are shorter than this stay as they are. */
    private static final double LEAST_SQUARED_LENGTH = 1e-24;

    public L2NormalisedWeights {
        require(Double.isFinite(initial), "initial", "must be finite", initial);
        require(jitter >= 0 && Double.isFinite(jitter), "jitter", "must be >= 0 and finite", jitter);
    }

    @Override
    public float[] initial(int count, UniformRandomProvider random) {
        return new LearnedWeights(initial, jitter).initial(count, random);
    }

    @Override
    public boolean learned() {
        return true;
    }

    @Override
    public NDArray effective(NDArray w) {
        return w.div(
                w.square().sum().maximum(Constant.of(LEAST_SQUARED_LENGTH, w)).sqrt());
    }
}
