package io.github.psbench.model;

import ai.djl.ndarray.NDArray;

/** A function of arrays with named tensors of its own, which live in a {@link Network}. Layers hold names and shapes, never arrays. */
public interface Layer {
    /** Says which tensors this layer needs. */
    void declare(Declarations declarations);

    /** Applies the layer with a network's tensors. */
    NDArray forward(NDArray input, Tensors tensors);

    /** The shape that it makes of an input's, saying which feature maps its backward pass needs. */
    FeatureMap trace(FeatureMap input, Activations activations);
}
