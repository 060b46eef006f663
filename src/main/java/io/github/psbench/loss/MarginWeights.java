package io.github.psbench.loss;

import org.apache.commons.rng.UniformRandomProvider;

/** The weights w of the attributes in delta. */
public sealed interface MarginWeights permits LearnedWeights, UniformWeights {
    /** w before the first step. */
    float[] initial(int count, UniformRandomProvider random);

    /** Whether w is learned. */
    boolean learned();
}
