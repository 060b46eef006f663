package io.github.psbench.train;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;

/**
 * As operations of the device, a few for each line of the formula.
 *
 * <p>Numbers by which all is multiplied lie in the processor's memory, also for parameters on a GPU: there they are an argument of the kernel. A
 * Java number would be copied to the GPU each time, and this thread would wait for all that the GPU has to do before.
 */
record TensorSgdUpdate(Sgd settings) implements SgdUpdate {
    private static final NDIndex EVERYTHING = new NDIndex("...");

    @Override
    public void apply(NDArray value, NDArray gradient, NDArray momentum, boolean first, float rate) {
        NDArray change = gradient;
        if (settings.weightDecay() != 0) {
            change = scaledSum(gradient, value, (float) settings.weightDecay());
        }
        if (settings.momentum() != 0) {
            if (first) {
                momentum.set(EVERYTHING, change);
            } else {
                try (NDManager processor = momentum.getManager().newSubManager(Device.cpu())) {
                    momentum.muli(processor.create((float) settings.momentum()));
                }
                momentum.addi(change);
            }
            change = settings.nesterov() ? scaledSum(change, momentum, (float) settings.momentum()) : momentum;
        }
        NDManager scratch = gradient.getManager();
        NDArray changed = scaledSum(value, change, -rate);
        changed.attach(scratch);
        value.set(EVERYTHING, changed);
    }

    /** a + factor x b, rounded once; attached where {@code a} is. */
    private static NDArray scaledSum(NDArray a, NDArray b, float factor) {
        NDManager scratch = a.getManager();
        NDArray wide = b.toType(DataType.FLOAT64, true);
        wide.attach(scratch);
        try (NDManager processor = scratch.newSubManager(Device.cpu())) {
            wide.muli(processor.create((double) factor));
        }
        wide.addi(a);
        return wide.toType(DataType.FLOAT32, false);
    }
}
