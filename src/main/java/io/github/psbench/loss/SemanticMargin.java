package io.github.psbench.loss;

import static io.github.psbench.base.InvalidSetting.require;

import ai.djl.ndarray.NDArray;
import io.github.psbench.base.Default;
import java.util.List;

/** ASMR, equations 3 to 5. */
public record SemanticMargin(
        @Default("5") double lambda,
        @Default("paper") DeltaForm form,
        @Default("learned") MarginWeights weights) {
    public SemanticMargin {
        require(lambda >= 0 && Double.isFinite(lambda), "lambda", "must be >= 0", lambda);
    }

    /**
     * Prepares what depends only on the categories, once for a training.
     *
     * @param bits [n, K] zeros and ones, K = sum of the group sizes; its type is the type of the results. The prepared arrays attach to its
     *     manager.
     */
    public CategoryMargins over(NDArray bits, List<Integer> groupSizes) {
        throw new UnsupportedOperationException();
    }
}
