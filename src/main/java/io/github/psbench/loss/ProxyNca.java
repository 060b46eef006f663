package io.github.psbench.loss;

import static io.github.psbench.base.InvalidSetting.require;

import ai.djl.ndarray.NDArray;
import io.github.psbench.base.Default;
import io.github.psbench.base.Name;
import java.util.function.UnaryOperator;

/**
 * Proxy-NCA (Movshovitz-Attias et al., ICCV 2017, equation 4) on squared distances, which are 2 - 2 c between rows of length 1.
 *
 * <pre>
 * L = 1/m sum_i ( scale d_iy + log sum_(k != y) e^(-scale d_ik) ),   d_ik = 2 - 2 c_ik,   y = the label of i
 * </pre>
 *
 * <p>As published, the sum leaves the image's own prototype out, and so the loss can be negative: this is the default. Much code takes it
 * in, which makes the loss a softmax of scale 2 * scale. Where there is no other prototype, the logarithm is left out and the image is still
 * pulled; with its own prototype in the sum, the loss is 0 then.
 *
 * @param scale > 0; as published 1
 * @param positiveInDenominator whether the sum has the image's own prototype too
 */
@Name("proxy-nca")
public record ProxyNca(
        @Default("1") double scale, @Default("false") boolean positiveInDenominator) implements AlignmentLoss {
    public ProxyNca {
        require(scale > 0 && Double.isFinite(scale), "scale", "must be > 0 and finite", scale);
    }

    @Override
    public NDArray value(NDArray cosines, NDArray labels, long step) {
        // The 2 of the distances cancels out, where they are compared.
        if (positiveInDenominator) {
            return CrossEntropy.mean(cosines, labels, 2 * scale, UnaryOperator.identity());
        }
        NDArray exponents = cosines.mul(Constant.of(2 * scale, cosines));
        try (NDArray own = labels.expandDims(1)) {
            NDArray target = exponents.gather(own, 1);
            if (cosines.getShape().get(1) == 1) {
                return target.neg().add(2 * scale).mean();
            }
            NDArray others = exponents.scatter(own, target.zerosLike().add(Double.NEGATIVE_INFINITY), 1);
            NDArray nearest = others.max(new int[] {1}, true).stopGradient();
            return others.sub(nearest)
                    .exp()
                    .sum(new int[] {1}, true)
                    .log()
                    .add(nearest)
                    .sub(target)
                    .mean();
        }
    }
}
