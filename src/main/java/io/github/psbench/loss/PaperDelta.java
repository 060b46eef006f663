package io.github.psbench.loss;

import io.github.psbench.base.Name;

/** Equation 5 as printed: one weight a bit, no divisor. */
@Name("paper")
public record PaperDelta() implements DeltaForm {}
