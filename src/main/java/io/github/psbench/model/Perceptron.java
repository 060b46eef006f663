package io.github.psbench.model;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * Fully connected layers with ReLU between them, none after the last: the image head on the backbone's features, the category encoder g on
 * category vectors, and the attribute heads of pretraining. Parameters are {@code fc1.weight} [out, in], {@code fc1.bias} [out], ...;
 * biases start at 0.
 *
 * @param widths input width first, output width last; at least two
 * @param lastWeights how the last layer's weights start; the others start as {@link Initialiser#KAIMING_FAN_OUT}
 */
public record Perceptron(List<Integer> widths, Initialiser lastWeights) implements Layer {
    public Perceptron {
        widths = List.copyOf(widths);
        if (widths.size() < 2) {
            throw new IllegalArgumentException("a perceptron has at least two widths, got " + widths);
        }
    }

    /** All weights start as {@link Initialiser#KAIMING_FAN_OUT}. */
    public Perceptron(List<Integer> widths) {
        this(widths, Initialiser.KAIMING_FAN_OUT);
    }

    @Override
    public void declare(Declarations declarations) {
        layers().declare(declarations);
    }

    /** From [n, first width] to [n, last width]. */
    @Override
    public NDArray forward(NDArray input, Tensors tensors) {
        return layers().forward(input, tensors);
    }

    private Layer layers() {
        List<Layer> layers = new ArrayList<>();
        int last = widths.size() - 1;
        for (int i = 1; i <= last; i++) {
            Initialiser weights = i == last ? lastWeights : Initialiser.KAIMING_FAN_OUT;
            layers.add(new Named("fc" + i, new Linear(widths.get(i - 1), widths.get(i), weights)));
            if (i < last) {
                layers.add(Activation.RELU);
            }
        }
        return new Sequence(layers);
    }

    @Override
    public FeatureMap trace(FeatureMap input, Activations activations) {
        return layers().trace(input, activations);
    }
}
