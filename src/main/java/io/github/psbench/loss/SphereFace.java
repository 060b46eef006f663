package io.github.psbench.loss;

import static io.github.psbench.base.InvalidSetting.require;

import ai.djl.ndarray.NDArray;
import io.github.psbench.base.Default;
import io.github.psbench.base.Name;
import org.jspecify.annotations.Nullable;

/**
 * SphereFace, the A-Softmax loss (Liu et al., CVPR 2017, equation 7): a softmax whose target angle t is multiplied. The cosine of the
 * multiple is continued so that it falls all the way from t = 0 to t = pi:
 *
 * <pre>
 * psi(t) = (-1)^k cos(m t) - 2 k,   k = the number of k pi / m, k in 1..m-1, up to t
 * L      = -1/m sum_i log( e^(s phi(t_iy)) / (e^(s phi(t_iy)) + sum_(k != y) e^(s c_ik)) ),   y = the label of i
 * phi(t) = (lambda cos t + psi(t)) / (1 + lambda),   lambda as {@link Annealing} says, without it 0
 * </pre>
 *
 * <p>The lengths of the images, by which the paper multiplies the cosines, are the fixed scale s here. The gradient is the true one; that of
 * the authors' Caffe layer is normalised.
 *
 * @param scale s, > 0
 * @param margin m, in 1..100; 1 is a softmax without margin
 * @param annealing null: the full margin from the first step on
 */
@Name("sphereface")
public record SphereFace(
        @Default("32") double scale,
        @Default("4") int margin,
        @Default("{}") @Nullable Annealing annealing) implements AlignmentLoss {
    /**
     * A start near the plain softmax, from which the margin grows: lambda = max(least, start / (1 + rate t)) after t steps. The default is
     * the schedule of the authors' code: lambda is 1000, 76.9, 8.3 after 0, 100, 1000 steps, and 5 from step 1659 on.
     *
     * @param start lambda at the first step, >= 0
     * @param least where lambda stops, >= 0
     * @param rate how fast it falls, >= 0
     */
    public record Annealing(
            @Default("1000") double start,
            @Default("5") double least,
            @Default("0.12") double rate) {
        public Annealing {
            require(start >= 0 && Double.isFinite(start), "start", "must be >= 0 and finite", start);
            require(least >= 0 && Double.isFinite(least), "least", "must be >= 0 and finite", least);
            require(rate >= 0 && Double.isFinite(rate), "rate", "must be >= 0 and finite", rate);
        }

        /** @param step gradient steps done before */
        double lambda(long step) {
            return Math.max(least, start / (1 + rate * (double) step));
        }
    }

    public SphereFace {
        require(scale > 0 && Double.isFinite(scale), "scale", "must be > 0 and finite", scale);
        require(margin >= 1 && margin <= 100, "margin", "must be in 1..100", margin);
    }

    @Override
    public NDArray value(NDArray cosines, NDArray labels, long step) {
        double lambda = annealing == null ? 0 : annealing.lambda(step);
        NDArray plain = Constant.of(lambda / (1 + lambda), cosines);
        NDArray sharp = Constant.of(1 / (1 + lambda), cosines);
        return CrossEntropy.mean(cosines, labels, scale, cosine -> cosine.mul(plain)
                .add(psi(cosine).mul(sharp)));
    }

    private NDArray psi(NDArray cosine) {
        NDArray k = cosine.zerosLike();
        for (int border = 1; border < margin; border++) {
            NDArray reached = cosine.lte(StrictMath.cos(border * Math.PI / margin));
            k = k.add(reached.toType(cosine.getDataType(), false));
        }
        NDArray twice = k.mul(Constant.of(2, cosine));
        NDArray sign = k.mod(2).mul(Constant.of(-2, cosine)).add(1);
        return cosineOfMultiple(cosine).mul(sign).sub(twice);
    }

    /** cos(m t) as a polynomial of cos t, Chebyshev's: its derivative is finite where that of the angle is not, at t = 0 and pi. */
    private NDArray cosineOfMultiple(NDArray cosine) {
        NDArray twice = cosine.mul(Constant.of(2, cosine));
        NDArray previous = cosine.onesLike();
        NDArray current = cosine;
        for (int multiple = 2; multiple <= margin; multiple++) {
            NDArray next = twice.mul(current).sub(previous);
            previous = current;
            current = next;
        }
        return current;
    }
}
