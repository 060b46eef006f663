package io.github.psbench.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The semantic margin regulariser over a fixed set of n categories. Memory grows with n squared, never with n squared times K.
 *
 * <p>Both forms of delta are one here. Categories are described by columns q of zeros and ones, and a differing column c costs v_c, where
 * v = E w spreads the weights over the columns:
 *
 * <pre>
 * distance_ij = sum_c v_c |q_i(c) - q_j(c)| = o_i + o_j - 2 sum_c v_c q_i(c) q_j(c),   o = q v
 * </pre>
 *
 * because |a - b| = a + b - 2ab for zeros and ones: one matrix product instead of n x n x K differences. And because every matrix is
 * symmetric, the sum over pairs i&lt;j is half of what the whole sum leaves without its diagonal.
 */
public final class CategoryMargins {
    /** delta of a category and itself. */
    private static final double DIAGONAL_DELTA = 1 / (1 + StrictMath.exp(-1));

    private final NDArray columns;
    private final NDArray spread;
    private final MarginWeights weights;

    /**
     * @param columns q, [n, C]
     * @param spread E, [C, {@link #weightCount()}]
     */
    CategoryMargins(NDArray columns, NDArray spread, MarginWeights weights) {
        this.columns = columns;
        this.spread = spread;
        this.weights = weights;
    }

    /** How many weights w there are: K in the paper's form, the number of groups in the released one. */
    public int weightCount() {
        return Math.toIntExact(spread.getShape().get(1));
    }

    /** w before the first step, length {@link #weightCount()}. */
    public float[] initialWeights(UniformRandomProvider random) {
        return weights.initial(weightCount(), random);
    }

    /** Whether w is learned, so that gradients have to reach it. */
    public boolean learned() {
        return weights.learned();
    }

    /**
     * R (equations 3 and 4), not multiplied by lambda, differentiable in both arguments.
     *
     * @param prototypes [n, d], rows of length 1
     * @param weights [{@link #weightCount()}]
     * @return a scalar attached to the manager of {@code prototypes}
     */
    public NDArray value(NDArray prototypes, NDArray weights) {
        long categories = columns.getShape().get(0);
        if (prototypes.getShape().get(0) != categories) {
            throw new IllegalArgumentException("there are " + categories + " categories, got "
                    + prototypes.getShape().get(0) + " prototypes");
        }
        // The n x n arrays must not wait for the end of the caller's step.
        NDManager caller = prototypes.getManager();
        try (NDManager scope = caller.newSubManager()) {
            scope.tempAttachAll(prototypes, weights, columns, spread);
            long orderedPairs = categories * (categories - 1);
            NDArray pairs = Constant.of((double) orderedPairs, prototypes);
            NDArray squaredLengths = prototypes.square().sum(new int[] {1});
            NDArray mean = prototypes
                    .sum(new int[] {0})
                    .square()
                    .sum()
                    .sub(squaredLengths.sum())
                    .div(pairs);
            NDArray all = residuals(prototypes, mean, weights).square().sum();
            NDArray diagonal =
                    squaredLengths.sub(mean).sub(DIAGONAL_DELTA).square().sum();
            NDArray value = all.sub(diagonal).div(pairs);
            value.attach(caller);
            return value;
        }
    }

    /** u_i.u_j - mu - delta_ij, [n, n]. The intermediate arrays are closed as soon as the next one stands: they are the peak of memory. */
    private NDArray residuals(NDArray prototypes, NDArray mean, NDArray weights) {
        NDArray delta;
        try (NDArray logits = logits(weights)) {
            delta = logits.getNDArrayInternal().sigmoid();
        }
        try (NDArray cosines = prototypes.matMul(prototypes.transpose());
                NDArray centred = cosines.sub(mean)) {
            return centred.sub(delta);
        }
    }

    /** 1 - distance_ij, [n, n], as one product: o_i and 1 - o_j ride along as two more columns. */
    private NDArray logits(NDArray weights) {
        NDArray columnWeights = spread.matMul(weights);
        NDArray own = columns.matMul(columnWeights).expandDims(1);
        NDArray ones = own.onesLike();
        NDArray left = columns.mul(columnWeights)
                .mul(Constant.of(2, own))
                .concat(own.neg(), 1)
                .concat(ones, 1);
        NDArray right = columns.concat(ones, 1).concat(ones.sub(own), 1);
        return left.matMul(right.transpose());
    }
}
