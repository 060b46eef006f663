package io.github.psbench.loss;

import io.github.psbench.base.Default;
import io.github.psbench.base.Name;

/** Learned with the encoders; they start uniform in initial - jitter .. initial + jitter. */
@Name("learned")
public record LearnedWeights(
        @Default("1") double initial, @Default("0.25") double jitter) implements MarginWeights {}
