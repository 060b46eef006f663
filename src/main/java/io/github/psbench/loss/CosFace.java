package io.github.psbench.loss;

import static io.github.psbench.base.InvalidSetting.require;

import ai.djl.ndarray.NDArray;
import io.github.psbench.base.Default;
import io.github.psbench.base.Name;

/**
 * The large margin cosine loss (Wang et al., CVPR 2018, equation 4): a softmax whose target cosine is made less by a margin.
 *
 * <pre>
 * L = -1/m sum_i log( e^(s (c_iy - margin)) / (e^(s (c_iy - margin)) + sum_(k != y) e^(s c_ik)) ),   y = the label of i
 * </pre>
 *
 * @param scale s, > 0
 * @param margin a cosine, >= 0
 */
@Name("cosface")
public record CosFace(
        @Default("64") double scale, @Default("0.35") double margin) implements AlignmentLoss {
    public CosFace {
        require(scale > 0 && Double.isFinite(scale), "scale", "must be > 0 and finite", scale);
        require(margin >= 0 && Double.isFinite(margin), "margin", "must be >= 0 and finite", margin);
    }

    @Override
    public NDArray value(NDArray cosines, NDArray labels, long step) {
        return CrossEntropy.mean(cosines, labels, scale, cosine -> cosine.sub(margin));
    }
}
