package io.github.psbench.loss;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * u_i.u_j - mu - delta_ij for some categories i and some categories j.
 *
 * @param mean mu, a scalar
 * @param left u and the left factor of delta's logits for each i
 * @param right likewise for each j, with the right factor
 */
record Residuals(NDArray mean, Side left, Side right) {
    /**
     * @param prototypes u, [n, d]
     * @param factor of the logits of delta, [n, C + 2]; null: without delta
     */
    record Side(NDArray prototypes, @Nullable NDArray factor) {}

    /** The sum of their squares; attached to the manager of the left prototypes. */
    NDArray squares() {
        try (NDArray residuals = matrix();
                NDArray squares = residuals.square()) {
            return squares.sum();
        }
    }

    /** Each array is closed as soon as the next one stands: they are the peak of memory. */
    private NDArray matrix() {
        if (left.factor == null || right.factor == null) {
            return centred();
        }
        NDArray delta;
        try (NDArray logits = left.factor.matMul(right.factor.transpose())) {
            delta = logits.getNDArrayInternal().sigmoid();
        }
        try (delta;
                NDArray centred = centred()) {
            return centred.sub(delta);
        }
    }

    /** u_i.u_j - mu. */
    private NDArray centred() {
        try (NDArray cosines = left.prototypes.matMul(right.prototypes.transpose())) {
            return cosines.sub(mean);
        }
    }
}
