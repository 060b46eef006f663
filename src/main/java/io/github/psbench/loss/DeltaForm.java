package io.github.psbench.loss;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * How different two categories are, from their bits and w (equation 5): delta_ij = sigmoid(1 - distance_ij). A new form is one record here.
 *
 * <p>The two forms are materially different regularisers. A differing one-hot group differs in two bits, so that with w = 1 the paper's
 * delta falls from 0.73 through 0.27 to 0.05 with no, one and two groups differing, and has almost vanished after that; the released one
 * falls nearly linearly from 0.73 to 0.5 over all groups.
 */
public sealed interface DeltaForm permits PaperDelta, ReleasedDelta {
    /**
     * The columns in which categories are compared.
     *
     * @param bits [n, K] zeros and ones, n >= 2
     * @param groupSizes of sum K, each >= 1
     */
    ComparedColumns columns(NDArray bits, List<Integer> groupSizes);

    /** Whether there is one weight a group, rather than one a bit. */
    boolean weighsGroups();
}
