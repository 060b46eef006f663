package io.github.psbench.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.SortedMap;
import org.apache.commons.rng.UniformRandomProvider;

/** Layers together with their tensors. Closing it frees the tensors. */
public final class Network implements AutoCloseable {
    private Network() {}

    /** Makes the tensors of some layers, float32, on a manager's device, drawing from {@code random} in the order of declaration. */
    public static Network of(Layer layers, UniformRandomProvider random, NDManager manager) {
        throw new UnsupportedOperationException();
    }

    /**
     * Applies the layers.
     *
     * @param batchStatistics whether batch normalisation uses (and records) the batch's statistics rather than the running ones
     * @return attached to the manager of {@code input}
     */
    public NDArray forward(NDArray input, boolean batchStatistics) {
        throw new UnsupportedOperationException();
    }

    /** The tensors that training changes, by name; all of them require gradients. The arrays are the network's own. */
    public SortedMap<String, NDArray> parameters() {
        throw new UnsupportedOperationException();
    }

    /** The running statistics, by name. The arrays are the network's own. */
    public SortedMap<String, NDArray> buffers() {
        throw new UnsupportedOperationException();
    }

    /**
     * Overwrites parameters and buffers in place.
     *
     * @param values exactly one for each parameter and buffer
     * @throws IllegalArgumentException that lists every missing, unexpected or misshapen tensor
     */
    public void set(Map<String, NDArray> values) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
