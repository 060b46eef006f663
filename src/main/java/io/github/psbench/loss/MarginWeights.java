package io.github.psbench.loss;

import ai.djl.ndarray.NDArray;
import org.apache.commons.rng.UniformRandomProvider;

/** The weights w of the attributes in delta. */
public sealed interface MarginWeights permits LearnedWeights, L2NormalisedWeights, UniformWeights {
    /** w before the first step. */
    float[] initial(int count, UniformRandomProvider random);

    /** Whether w is learned. */
    boolean learned();

    /** The weights in the distance, from those that are learned; differentiable. */
    default NDArray effective(NDArray w) {
        return w;
    }
}
