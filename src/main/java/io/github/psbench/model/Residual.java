package io.github.psbench.model;

import ai.djl.ndarray.NDArray;

/**
 * body(x) + shortcut(x).
 *
 * @param body never returns its input itself
 * @param shortcut an empty {@link Sequence} for x itself
 */
record Residual(Layer body, Layer shortcut) implements Layer {
    @Override
    public void declare(Declarations declarations) {
        body.declare(declarations);
        shortcut.declare(declarations);
    }

    @Override
    public NDArray forward(NDArray input, Tensors tensors) {
        NDArray carried = shortcut.forward(input, tensors);
        NDArray sum = body.forward(input, tensors).addi(carried);
        if (carried != input) {
            carried.close();
        }
        return sum;
    }

    @Override
    public FeatureMap trace(FeatureMap input, Activations activations) {
        shortcut.trace(input, activations);
        return body.trace(input, activations);
    }
}
