package io.github.psbench.loss;

import ai.djl.ndarray.NDArray;

/** Pulls an image to the prototype of its category and away from the others. A new one is one record here. */
public sealed interface AlignmentLoss permits MarginAlignment {
    /**
     * The loss of a batch, differentiable in {@code cosines}: the mean over its images.
     *
     * @param cosines [m, n], of image i and prototype k, in [-1, 1] up to rounding; float32 or float64
     * @param labels [m], int64, the prototype of each image, in 0..n-1
     * @param step gradient steps done before in this stage, >= 0: what a schedule goes by
     * @return a scalar of the type of {@code cosines}, attached to its manager
     */
    NDArray value(NDArray cosines, NDArray labels, long step);
}
