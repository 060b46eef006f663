package io.github.psbench.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** A fully connected layer, from [n, inputs] to [n, outputs]: a weight [outputs, inputs] and a bias [outputs]. */
record Linear(int inputs, int outputs, Initialiser weights) implements Layer {
    @Override
    public void declare(Declarations declarations) {
        declarations.parameter("weight", new Shape(outputs, inputs), weights);
        declarations.parameter("bias", new Shape(outputs), Initialiser.ZEROS);
    }

    @Override
    public NDArray forward(NDArray input, Tensors tensors) {
        return input.getNDArrayInternal()
                .linear(input, tensors.get("weight"), tensors.get("bias"))
                .singletonOrThrow();
    }

    @Override
    public FeatureMap trace(FeatureMap input, Activations activations) {
        activations.keep(input);
        return FeatureMap.vector(outputs);
    }
}
