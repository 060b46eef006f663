package io.github.psbench.loss;

import static io.github.psbench.base.InvalidSetting.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import io.github.psbench.base.Default;
import io.github.psbench.base.Name;

/**
 * MA, the modality alignment loss (equation 2): a softmax over all prototypes whose target angle is made wider by a margin, so that an
 * image has to be closer to its prototype than to any other by that much.
 *
 * <pre>
 * MA = -1/m sum_i log( e^(sigma phi(c_iy)) / (e^(sigma phi(c_iy)) + sum_(k != y) e^(sigma c_ik)) ),   y = the label of i
 *
 * phi(cos t) = cos(t + gamma)              where cos t > cos(pi - gamma)
 *              cos t - gamma sin(gamma)    elsewhere
 * </pre>
 *
 * <p>The second line is not in the paper but in its released code, as in ArcFace: past pi - gamma, where the margin would carry the angle
 * beyond pi and reward the worst images, the target still falls with the angle.
 *
 * @param scale sigma, > 0; the paper prints it as sigma and its code as s
 * @param margin gamma, an angle in radians, in [0, pi)
 */
@Name("ma")
public record MarginAlignment(
        @Default("32") double scale, @Default("0.1") double margin) implements AlignmentLoss {
    /** Keeps the derivative of sin t = sqrt(1 - cos^2 t) finite at t = 0 and pi, where it is infinite. */
    private static final double LEAST_SQUARED_SINE = 1e-12;

    public MarginAlignment {
        require(scale > 0 && Double.isFinite(scale), "scale", "must be > 0 and finite", scale);
        require(margin >= 0 && margin < Math.PI, "margin", "must be in [0, pi)", margin);
    }

    @Override
    public NDArray value(NDArray cosines, NDArray labels, long step) {
        return CrossEntropy.mean(cosines, labels, scale, this::widen);
    }

    /** phi. */
    private NDArray widen(NDArray cosine) {
        // (1 - c)(1 + c) loses less than 1 - c c where c is near 1.
        NDArray sine = cosine.neg()
                .add(1)
                .mul(cosine.add(1))
                .maximum(Constant.of(LEAST_SQUARED_SINE, cosine))
                .sqrt();
        NDArray beyond = cosine.mul(Constant.of(StrictMath.cos(margin), cosine))
                .sub(sine.mul(Constant.of(StrictMath.sin(margin), cosine)));
        NDArray fallback = cosine.sub(margin * StrictMath.sin(margin));
        return NDArrays.where(cosine.gt(-StrictMath.cos(margin)), beyond, fallback);
    }
}
