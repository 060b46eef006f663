package io.github.psbench.loss;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;

/**
 * Numbers in differentiated expressions. The engine's own methods that take a Java number lend the number's Java memory to a tensor and
 * give it back at once, while the graph keeps that tensor for the backward pass: where the garbage collector runs in between, gradients are
 * scaled by whatever lies there then.
 */
final class Constant {
    private Constant() {}

    /**
     * A scalar in the engine's own memory, of the type of {@code like} and attached to its manager. It lies with the processor also where
     * {@code like} is on a GPU: there it is an argument of the operation, and need not be copied, which would wait for all that the GPU has
     * to do before.
     */
    static NDArray of(double value, NDArray like) {
        boolean wide = like.getDataType() == DataType.FLOAT64;
        NDManager manager = like.getManager();
        try (NDManager processor = manager.newSubManager(Device.cpu())) {
            NDArray lent = wide ? processor.create(value) : processor.create((float) value);
            NDArray constant = lent.duplicate();
            constant.attach(manager);
            return constant;
        }
    }
}
