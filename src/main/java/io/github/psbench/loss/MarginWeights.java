package io.github.psbench.loss;

/** The weights w of the attributes in delta. */
public sealed interface MarginWeights permits LearnedWeights, UniformWeights {}
