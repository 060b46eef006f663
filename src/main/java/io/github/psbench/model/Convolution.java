package io.github.psbench.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * A convolution without bias, padded so that a stride of 1 keeps height and width: {@code weight} [outputs, inputs / groups, kernel,
 * kernel].
 *
 * @param kernel height and width, odd
 * @param groups into how many parts inputs and outputs fall that know nothing of each other; {@code inputs} for a depthwise one
 */
record Convolution(int inputs, int outputs, int kernel, int stride, int groups) implements Layer {
    Convolution(int inputs, int outputs, int kernel, int stride) {
        this(inputs, outputs, kernel, stride, 1);
    }

    @Override
    public void declare(Declarations declarations) {
        declarations.parameter(
                "weight", new Shape(outputs, inputs / groups, kernel, kernel), Initialiser.KAIMING_FAN_OUT);
    }

    @Override
    public NDArray forward(NDArray input, Tensors tensors) {
        return input.getNDArrayInternal()
                .convolution(
                        input,
                        tensors.get("weight"),
                        null,
                        new Shape(stride, stride),
                        new Shape(kernel / 2, kernel / 2),
                        new Shape(1, 1),
                        groups)
                .singletonOrThrow();
    }

    @Override
    public FeatureMap trace(FeatureMap input, Activations activations) {
        activations.keep(input);
        return input.strided(outputs, stride);
    }
}
