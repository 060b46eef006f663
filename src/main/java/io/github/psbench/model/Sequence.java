package io.github.psbench.model;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** Layers applied one after the other. What lies between two of them is closed as soon as it is used. */
record Sequence(List<Layer> layers) implements Layer {
    Sequence {
        layers = List.copyOf(layers);
    }

    @Override
    public void declare(Declarations declarations) {
        layers.forEach(layer -> layer.declare(declarations));
    }

    @Override
    public NDArray forward(NDArray input, Tensors tensors) {
        NDArray current = input;
        for (Layer layer : layers) {
            NDArray next = layer.forward(current, tensors);
            if (next != current && current != input) {
                // The graph keeps what the backward pass needs; without a graph this frees the memory.
                current.close();
            }
            current = next;
        }
        return current;
    }

    @Override
    public FeatureMap trace(FeatureMap input, Activations activations) {
        FeatureMap current = input;
        for (Layer layer : layers) {
            current = layer.trace(current, activations);
        }
        return current;
    }
}
