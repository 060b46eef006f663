package io.github.psbench.loss;

import ai.djl.ndarray.NDArray;

/**
 * Categories as columns q of zeros and ones, and what it costs to differ in one. Both forms of delta are this: a differing column c costs
 * v_c, where v = E w spreads the weights over the columns.
 *
 * @param values q, [n, C]
 * @param spread E, [C, number of weights]
 */
record ComparedColumns(NDArray values, NDArray spread) {
    int weightCount() {
        return Math.toIntExact(spread.getShape().get(1));
    }

    /**
     * The logits of delta, 1 - distance_ij, [n, n], as one product of {@link Factors}: with o = q v,
     *
     * <pre>
     * distance_ij = sum_c v_c |q_i(c) - q_j(c)| = o_i + o_j - 2 sum_c v_c q_i(c) q_j(c)
     * </pre>
     *
     * because |a - b| = a + b - 2ab for zeros and ones; o_i and 1 - o_j ride along as two more columns.
     */
    Factors logits(NDArray weights) {
        NDArray columnWeights = spread.matMul(weights);
        NDArray own = values.matMul(columnWeights).expandDims(1);
        NDArray ones = own.onesLike();
        NDArray left = values.mul(columnWeights)
                .mul(Constant.of(2, own))
                .concat(own.neg(), 1)
                .concat(ones, 1);
        NDArray right = values.concat(ones, 1).concat(ones.sub(own), 1);
        return new Factors(left, right);
    }

    /**
     * The logits of categories are the product of the one's row of {@code left} and the other's row of {@code right}.
     *
     * @param left [n, C + 2]
     * @param right [n, C + 2]
     */
    record Factors(NDArray left, NDArray right) {}
}
