package io.github.psbench.loss;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;
import io.github.psbench.base.Name;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * All the same and fixed: the row "uniform w" of Table 5, whose constant the paper leaves open.
 *
 * @param value finite
 */
@Name("uniform")
public record UniformWeights(@Default("1") double value) implements MarginWeights {
    public UniformWeights {
        require(Double.isFinite(value), "value", "must be finite", value);
    }

    @Override
    public float[] initial(int count, UniformRandomProvider random) {
        float[] weights = new float[count];
        Arrays.fill(weights, (float) value);
        return weights;
    }

    @Override
    public boolean learned() {
        return false;
    }
}
