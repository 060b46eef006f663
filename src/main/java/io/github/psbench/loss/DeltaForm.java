package io.github.psbench.loss;

/** How different two categories are, from their bits and w (equation 5). */
public sealed interface DeltaForm permits PaperDelta, ReleasedDelta {}
