package io.github.psbench.loss;

import ai.djl.ndarray.NDArray;
import io.github.psbench.base.Default;
import org.jspecify.annotations.Nullable;

/**
 * What training minimises: L = L_alignment + lambda R (equation 1).
 *
 * @param asmr null: no regulariser
 */
public record Loss(
        @Default("ma") AlignmentLoss alignment, @Nullable SemanticMargin asmr) {
    /**
     * @param total L, differentiable
     * @param asmr R, not multiplied by lambda; null without regulariser
     */
    public record Value(
            NDArray total, NDArray alignment, @Nullable NDArray asmr) {}

    /**
     * @param images [m, d], of any length: they are scaled to length 1 here
     * @param labels [m], int64, in 0..n-1
     * @param prototypes [n, d], of any length: they are scaled to length 1 here
     * @param margins from {@link SemanticMargin#over}; null if and only if there is no regulariser
     * @param weights w; null if and only if there is no regulariser
     */
    public Value value(
            NDArray images,
            NDArray labels,
            NDArray prototypes,
            @Nullable CategoryMargins margins,
            @Nullable NDArray weights) {
        throw new UnsupportedOperationException();
    }
}
