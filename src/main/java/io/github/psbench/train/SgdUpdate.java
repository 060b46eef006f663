package io.github.psbench.train;

import ai.djl.ndarray.NDArray;

/**
 * The arithmetic of {@link SgdOptimiser} on one parameter. There are two, which come to the same bits: {@link TensorSgdUpdate} says it in
 * operations of any device, {@link MemorySgdUpdate} goes over a processor's memory once.
 */
interface SgdUpdate {
    /**
     * Changes a parameter and its momentum buffer in place.
     *
     * @param value the parameter, float32, outside of any graph
     * @param gradient of its shape; not changed. Whatever is made on the way is attached to its manager
     * @param momentum of its shape; of no meaning where the settings have no momentum
     * @param first whether this is the parameter's first step, in which the momentum buffer is overwritten
     */
    void apply(NDArray value, NDArray gradient, NDArray momentum, boolean first, float rate);
}
