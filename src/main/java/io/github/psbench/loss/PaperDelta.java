package io.github.psbench.loss;

import ai.djl.ndarray.NDArray;
import io.github.psbench.base.Name;
import java.util.List;

/** Equation 5 as printed: one weight a bit, no divisor. distance_ij = sum_k w_k |p_i(k) - p_j(k)|. */
@Name("paper")
public record PaperDelta() implements DeltaForm {
    @Override
    public ComparedColumns columns(NDArray bits, List<Integer> groupSizes) {
        int count = Math.toIntExact(bits.getShape().get(1));
        return new ComparedColumns(bits.duplicate(), bits.getManager().eye(count, count, 0, bits.getDataType()));
    }

    @Override
    public boolean weighsGroups() {
        return false;
    }
}
