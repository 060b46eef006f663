package io.github.psbench.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Summaries of neighbouring positions, without tensors. */
enum Pooling implements Layer {
    /** Halves height and width by the largest of 3 x 3 values. */
    MAX {
        @Override
        public NDArray forward(NDArray input, Tensors tensors) {
            return input.getNDArrayInternal().maxPool(new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), false);
        }

        @Override
        public FeatureMap trace(FeatureMap input, Activations activations) {
            FeatureMap output = input.strided(input.channels(), 2);
            activations.keep(input);
            activations.keepIndices(output);
            return output;
        }
    },

    /** The mean of all positions: from [n, channels, height, width] to [n, channels]. */
    GLOBAL_AVERAGE {
        @Override
        public NDArray forward(NDArray input, Tensors tensors) {
            return input.getNDArrayInternal().globalAvgPool();
        }

        @Override
        public FeatureMap trace(FeatureMap input, Activations activations) {
            return FeatureMap.vector(input.channels());
        }
    };

    @Override
    public void declare(Declarations declarations) {}
}
