package io.github.psbench.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Batch normalisation (Ioffe and Szegedy 2015) as PyTorch does it: normalises by the biased variance, records the unbiased one.
 *
 * @param channels the length of the second dimension of its input
 */
record BatchNorm(int channels) implements Layer {
    private static final float EPS = 1e-5f;

    /** The share of the running statistics that a batch leaves as it was: 1 minus what PyTorch calls momentum. */
    private static final float KEPT = 0.9f;

    /** The engine normalises the second dimension where it is given no axis of its own. */
    private static final int SECOND_DIMENSION = -1;

    @Override
    public void declare(Declarations declarations) {
        Shape shape = new Shape(channels);
        declarations.parameter("weight", shape, Initialiser.ONES);
        declarations.parameter("bias", shape, Initialiser.ZEROS);
        declarations.buffer("running_mean", shape, 0);
        declarations.buffer("running_var", shape, 1);
    }

    @Override
    public NDArray forward(NDArray input, Tensors tensors) {
        return input.getNDArrayInternal()
                .batchNorm(
                        input,
                        tensors.get("running_mean"),
                        tensors.get("running_var"),
                        tensors.get("weight"),
                        tensors.get("bias"),
                        SECOND_DIMENSION,
                        KEPT,
                        EPS,
                        tensors.batchStatistics())
                .singletonOrThrow();
    }

    @Override
    public FeatureMap trace(FeatureMap input, Activations activations) {
        activations.keep(input);
        return input.next();
    }
}
