package io.github.psbench.cli;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;
import io.github.psbench.loss.Loss;
import java.util.List;

/**
 * What {@code psbench loss --spec} reads.
 *
 * @param groups how many bits each attribute group has, in the order of the bits; needed with ASMR only
 * @param step gradient steps done before, >= 0: what a loss with a schedule goes by
 */
public record LossSpec(
        Loss loss,
        @Default("[]") List<Integer> groups,
        @Default("0") long step) {
    public LossSpec {
        require(groups.stream().allMatch(size -> size >= 1), "groups", "must be sizes >= 1", groups);
        require(step >= 0, "step", "must be >= 0", step);
    }
}
