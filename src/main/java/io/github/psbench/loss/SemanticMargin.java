package io.github.psbench.loss;

import static io.github.psbench.base.InvalidSetting.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.github.psbench.base.Default;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ASMR, the adaptive semantic margin regulariser (equations 3 to 5), over all pairs of n categories with prototypes u of length 1:
 *
 * <pre>
 * R        = 2/(n(n-1)) sum_(i&lt;j) (u_i.u_j - mu - delta_ij)^2
 * mu       = 2/(n(n-1)) sum_(i&lt;j) u_i.u_j
 * delta_ij = sigmoid(1 - distance_ij)                          the distance of the attributes, see {@link DeltaForm}
 * </pre>
 *
 * @param lambda what R is multiplied by in the loss, >= 0
 * @param form how the distance is measured; null: without delta (a row of Table 5), which leaves the variance of the cosines
 * @param weights the weights w in the distance; of no effect without delta
 * @param mu whether gradients pass through the mean
 */
public record SemanticMargin(
        @Default("5") double lambda,
        @Default("paper") @Nullable DeltaForm form,
        @Default("learned") MarginWeights weights,
        @Default("attached") Mean mu) {
    /** How the mean cosine mu takes part in the gradient; the value of R is the same. */
    public enum Mean {
        /** It is part of the graph, as in the released code. */
        ATTACHED,
        /** It is a constant of each step. */
        DETACHED
    }

    public SemanticMargin {
        require(lambda >= 0 && Double.isFinite(lambda), "lambda", "must be >= 0 and finite", lambda);
    }

    /**
     * Prepares what depends only on the categories, once for a training.
     *
     * @param bits [n, K] zeros and ones, K = sum of the group sizes, n >= 2; its type, float32 or float64, is the type of the results. The
     *     prepared arrays attach to its manager.
     * @param groupSizes bits of each attribute group, in the order of the columns, each >= 1
     * @throws IllegalArgumentException if the arguments are not so
     */
    public CategoryMargins over(NDArray bits, List<Integer> groupSizes) {
        check(bits, groupSizes);
        return new CategoryMargins(form == null ? null : form.columns(bits, groupSizes), weights, mu);
    }

    private static void check(NDArray bits, List<Integer> groupSizes) {
        if (bits.getDataType() != DataType.FLOAT32 && bits.getDataType() != DataType.FLOAT64) {
            throw new IllegalArgumentException("bits must be float32 or float64, got " + bits.getDataType());
        }
        if (bits.getShape().dimension() != 2) {
            throw new IllegalArgumentException("bits must be categories x bits, got the shape " + bits.getShape());
        }
        if (bits.getShape().get(0) < 2) {
            throw new IllegalArgumentException(
                    "the semantic margin is a mean over pairs of categories, and needs 2 or more of them, got "
                            + bits.getShape().get(0));
        }
        if (groupSizes.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("every group must have 1 bit or more, got " + groupSizes);
        }
        long sum = groupSizes.stream().mapToLong(Integer::longValue).sum();
        if (sum != bits.getShape().get(1)) {
            throw new IllegalArgumentException("the groups " + groupSizes + " have " + sum + " bits together, got "
                    + bits.getShape().get(1) + " columns of bits");
        }
        for (float bit : bits.toType(DataType.FLOAT32, true).toFloatArray()) {
            if (bit != 0 && bit != 1) {
                throw new IllegalArgumentException("every bit must be 0 or 1, got " + bit);
            }
        }
    }
}
