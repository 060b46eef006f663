package io.github.psbench.loss;

import ai.djl.ndarray.NDArray;
import org.apache.commons.rng.UniformRandomProvider;

/** The semantic margin regulariser over a fixed set of n categories. Memory grows with n squared, never with n squared times K. */
public final class CategoryMargins {
    CategoryMargins() {}

    /** How many weights w there are: K in the paper's form, the number of groups in the released one. */
    public int weightCount() {
        throw new UnsupportedOperationException();
    }

    /** w before the first step, length {@link #weightCount()}. */
    public float[] initialWeights(UniformRandomProvider random) {
        throw new UnsupportedOperationException();
    }

    /** Whether w is learned, so that gradients have to reach it. */
    public boolean learned() {
        throw new UnsupportedOperationException();
    }

    /**
     * R (equations 3 and 4), not multiplied by lambda, differentiable in both arguments.
     *
     * @param prototypes [n, d], rows of length 1
     * @param weights [{@link #weightCount()}]
     * @return a scalar attached to the manager of {@code prototypes}
     */
    public NDArray value(NDArray prototypes, NDArray weights) {
        throw new UnsupportedOperationException();
    }
}
