package io.github.psbench.loss;

import static io.github.psbench.base.InvalidSetting.require;

import ai.djl.ndarray.NDArray;
import io.github.psbench.base.Default;
import io.github.psbench.base.Name;
import java.util.function.UnaryOperator;

/**
 * The softmax cross-entropy of scaled cosines, without any margin: the floor that the other losses stand on.
 *
 * <pre>
 * L = -1/m sum_i log( e^(s c_iy) / sum_k e^(s c_ik) ),   y = the label of i
 * </pre>
 *
 * @param scale s, > 0
 */
@Name("softmax")
public record ScaledSoftmax(@Default("32") double scale) implements AlignmentLoss {
    public ScaledSoftmax {
        require(scale > 0 && Double.isFinite(scale), "scale", "must be > 0 and finite", scale);
    }

    @Override
    public NDArray value(NDArray cosines, NDArray labels, long step) {
        return CrossEntropy.mean(cosines, labels, scale, UnaryOperator.identity());
    }
}
