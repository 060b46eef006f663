package io.github.psbench.loss;

import static io.github.psbench.base.InvalidSetting.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.base.Default;
import io.github.psbench.base.Name;
import java.util.Arrays;

/**
 * Proxy Anchor (Kim et al., CVPR 2020, equation 4): each prototype pulls the images of its category and pushes all others, the hard ones
 * most.
 *
 * <pre>
 * L = 1/|P+| sum_(k in P+) log(1 + sum_(i of k)     e^(-alpha (c_ik - delta)))
 *   + 1/n    sum_k         log(1 + sum_(i not of k) e^( alpha (c_ik + delta)))
 * </pre>
 *
 * <p>P+ are the prototypes with an image in the batch. A sum over no image is 0, and so is its logarithm.
 *
 * @param alpha > 0
 * @param delta the margin, a cosine, >= 0
 */
@Name("proxy-anchor")
public record ProxyAnchor(
        @Default("32") double alpha, @Default("0.1") double delta) implements AlignmentLoss {
    public ProxyAnchor {
        require(alpha > 0 && Double.isFinite(alpha), "alpha", "must be > 0 and finite", alpha);
        require(delta >= 0 && Double.isFinite(delta), "delta", "must be >= 0 and finite", delta);
    }

    @Override
    public NDArray value(NDArray cosines, NDArray labels, long step) {
        int prototypes = Math.toIntExact(cosines.getShape().get(1));
        NDArray own = labels.oneHot(prototypes, DataType.BOOLEAN);
        NDArray sharpness = Constant.of(alpha, cosines);
        NDArray pulls = logOfOneAndSum(cosines.neg().add(delta).mul(sharpness), own);
        NDArray pushes = logOfOneAndSum(cosines.add(delta).mul(sharpness), own.logicalNot());
        double present = (double) Arrays.stream(labels.toLongArray()).distinct().count();
        return pulls.sum().div(Constant.of(present, cosines)).add(pushes.mean());
    }

    /** log(1 + sum e^exponent) over the chosen images of each prototype, [n]: a softmax in which 1 is the entry of exponent 0. */
    private static NDArray logOfOneAndSum(NDArray exponents, NDArray chosen) {
        NDArray counted = NDArrays.where(chosen, exponents, Constant.of(Double.NEGATIVE_INFINITY, exponents));
        Shape row = new Shape(1, exponents.getShape().get(1));
        NDArray one = exponents.getManager().zeros(row, exponents.getDataType());
        return one.concat(counted, 0).logSoftmax(0).get(0).neg();
    }
}
