package io.github.psbench.cli;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;
import io.github.psbench.loss.Loss;
import java.util.List;

/**
 * What {@code psbench loss --spec} reads.
 *
 * @param groups how many bits each attribute group has, in the order of the bits; needed with ASMR only
 */
public record LossSpec(Loss loss, @Default("[]") List<Integer> groups) {
    public LossSpec {
        require(groups.stream().allMatch(size -> size >= 1), "groups", "must be sizes >= 1", groups);
    }
}
