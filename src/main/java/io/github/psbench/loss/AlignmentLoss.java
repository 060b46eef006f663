package io.github.psbench.loss;

import ai.djl.ndarray.NDArray;

/**
 * Pulls an image to the prototype of its category and away from the others. A new one is one record, and its name in this list.
 *
 * <p>Losses see cosines and labels only. They hold for any batch: where categories have no image in it, where all images are of one
 * category, and where there is but one prototype (n = 1), value and gradient are finite. With one prototype there is nothing to tell an
 * image from: a softmax is 0 then, and a loss that pulls and pushes apart still pulls.
 */
public sealed interface AlignmentLoss
        permits MarginAlignment, ScaledSoftmax, ProxyAnchor, ProxyNca, CosFace, SphereFace {
    /**
     * The loss of a batch, differentiable in {@code cosines}: a mean over its images or over the prototypes.
     *
     * @param cosines [m, n], of image i and prototype k, in [-1, 1] up to rounding; float32 or float64
     * @param labels [m], int64, the prototype of each image, in 0..n-1
     * @param step gradient steps done before in this stage, >= 0: what a schedule goes by
     * @return a scalar of the type of {@code cosines}, attached to its manager
     */
    NDArray value(NDArray cosines, NDArray labels, long step);
}
