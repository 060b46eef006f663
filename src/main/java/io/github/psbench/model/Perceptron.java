package io.github.psbench.model;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Fully connected layers with ReLU between them, none after the last: the image head on the backbone's features, the category encoder g on
 * category vectors, and the attribute heads of pretraining. Parameters are {@code fc1.weight} [out, in], {@code fc1.bias} [out], ...;
 * weights start Kaiming-normal (fan out, gain of ReLU), biases at 0.
 *
 * @param widths input width first, output width last; at least two
 */
public record Perceptron(List<Integer> widths) implements Layer {
    public Perceptron {
        widths = List.copyOf(widths);
    }

    @Override
    public void declare(Declarations declarations) {
        throw new UnsupportedOperationException();
    }

    @Override
    public NDArray forward(NDArray input, Tensors tensors) {
        throw new UnsupportedOperationException();
    }
}
