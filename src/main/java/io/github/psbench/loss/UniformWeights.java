package io.github.psbench.loss;

import io.github.psbench.base.Default;
import io.github.psbench.base.Name;

/** All the same and fixed. */
@Name("uniform")
public record UniformWeights(@Default("1") double value) implements MarginWeights {}
