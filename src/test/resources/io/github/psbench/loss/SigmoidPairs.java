package io.github.psbench.loss;

import static io.github.psbench.base.InvalidSetting.require;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import io.github.psbench.base.Default;
import io.github.psbench.base.Name;

/** The sigmoid loss of SigLIP (Zhai et al., ICCV 2023): each pair of an image and a prototype is right or wrong by itself. */
@Name("sigmoid-pairs")
public record SigmoidPairs(
        @Default("10") double scale, @Default("-10") double bias) implements AlignmentLoss {
    public SigmoidPairs {
        require(scale > 0 && Double.isFinite(scale), "scale", "must be > 0 and finite", scale);
        require(Double.isFinite(bias), "bias", "must be finite", bias);
    }

    /** 1/m sum_ik log(1 + e^(-z_ik (scale c_ik + bias))), z_ik = 1 where k is the label of i, else -1. */
    @Override
    public NDArray value(NDArray cosines, NDArray labels, long step) {
        int prototypes = Math.toIntExact(cosines.getShape().get(1));
        NDArray own = labels.oneHot(prototypes, cosines.getDataType());
        NDArray sign = own.mul(Constant.of(-2, cosines)).add(1);
        NDArray logits = cosines.mul(Constant.of(scale, cosines)).add(bias);
        return Activation.softPlus(logits.mul(sign)).sum(new int[] {1}).mean();
    }
}
