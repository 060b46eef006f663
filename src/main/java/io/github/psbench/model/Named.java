package io.github.psbench.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** A layer whose tensors' names begin with a name and a dot: {@code conv1.weight}. */
record Named(String name, Layer layer) implements Layer {
    @Override
    public void declare(Declarations declarations) {
        layer.declare(new Declarations() {
            @Override
            public void parameter(String inner, Shape shape, Initialiser initialiser) {
                declarations.parameter(full(inner), shape, initialiser);
            }

            @Override
            public void buffer(String inner, Shape shape, float value) {
                declarations.buffer(full(inner), shape, value);
            }
        });
    }

    @Override
    public NDArray forward(NDArray input, Tensors tensors) {
        return layer.forward(input, new Tensors() {
            @Override
            public NDArray get(String inner) {
                return tensors.get(full(inner));
            }

            @Override
            public boolean batchStatistics() {
                return tensors.batchStatistics();
            }
        });
    }

    @Override
    public FeatureMap trace(FeatureMap input, Activations activations) {
        return layer.trace(input, activations);
    }

    private String full(String inner) {
        return name + "." + inner;
    }
}
