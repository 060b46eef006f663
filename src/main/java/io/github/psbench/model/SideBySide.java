package io.github.psbench.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.List;

/** Layers applied to one input, their outputs [n, a], [n, b], ... joined to [n, a + b + ...]. */
record SideBySide(List<Layer> layers) implements Layer {
    SideBySide {
        layers = List.copyOf(layers);
    }

    @Override
    public void declare(Declarations declarations) {
        layers.forEach(layer -> layer.declare(declarations));
    }

    @Override
    public NDArray forward(NDArray input, Tensors tensors) {
        try (NDList outputs = new NDList()) {
            layers.forEach(layer -> outputs.add(layer.forward(input, tensors)));
            return NDArrays.concat(outputs, 1);
        }
    }
}
