package io.github.psbench.loss;

import io.github.psbench.base.Name;
import org.jspecify.annotations.Nullable;

/**
 * As in the released code: one weight a group.
 *
 * @param divisor what the weighted sum is divided by; null: the number of groups
 */
@Name("released")
public record ReleasedDelta(@Nullable Double divisor) implements DeltaForm {}
