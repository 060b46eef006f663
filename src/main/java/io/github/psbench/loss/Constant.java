package io.github.psbench.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/**
 * Numbers in differentiated expressions. The engine's own methods that take a Java number lend the number's Java memory to a tensor and
 * give it back at once, while the graph keeps that tensor for the backward pass: where the garbage collector runs in between, gradients are
 * scaled by whatever lies there then.
 */
final class Constant {
    private Constant() {}

    /** A scalar in the engine's own memory, of the type of {@code like} and attached to its manager. */
    static NDArray of(double value, NDArray like) {
        boolean wide = like.getDataType() == DataType.FLOAT64;
        try (NDArray lent =
                wide ? like.getManager().create(value) : like.getManager().create((float) value)) {
            return lent.duplicate();
        }
    }
}
