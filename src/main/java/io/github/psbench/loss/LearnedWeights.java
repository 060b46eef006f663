package io.github.psbench.loss;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;
import io.github.psbench.base.Name;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Learned with the encoders, without any constraint; they start uniform in initial - jitter .. initial + jitter. The paper does not say how
 * they start; the released code has 0 +- 0.25 in the class that it uses and 1 +- 0.25 in the others.
 *
 * @param initial finite
 * @param jitter >= 0
 */
@Name("learned")
public record LearnedWeights(
        @Default("1") double initial, @Default("0.25") double jitter) implements MarginWeights {
    public LearnedWeights {
        require(Double.isFinite(initial), "initial", "must be finite", initial);
        require(jitter >= 0 && Double.isFinite(jitter), "jitter", "must be >= 0 and finite", jitter);
    }

    @Override
    public float[] initial(int count, UniformRandomProvider random) {
        float[] weights = new float[count];
        for (int i = 0; i < count; i++) {
            weights[i] = (float) (initial + jitter * (2 * random.nextDouble() - 1));
        }
        return weights;
    }

    @Override
    public boolean learned() {
        return true;
    }
}
