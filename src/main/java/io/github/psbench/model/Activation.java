package io.github.psbench.model;

import ai.djl.ndarray.NDArray;

/** Functions of single numbers, without tensors. */
enum Activation implements Layer {
    /** max(x, 0). */
    RELU;

    @Override
    public void declare(Declarations declarations) {}

    @Override
    public NDArray forward(NDArray input, Tensors tensors) {
        return input.getNDArrayInternal().relu();
    }

    @Override
    public FeatureMap trace(FeatureMap input, Activations activations) {
        FeatureMap output = input.next();
        activations.keep(output);
        return output;
    }
}
