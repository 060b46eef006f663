package io.github.psbench.model;

import ai.djl.ndarray.NDArray;

/** What a layer sees of the network it belongs to while it is applied. */
public interface Tensors {
    /** The parameter or buffer of that name. */
    NDArray get(String name);

    /** Whether batch normalisation uses the batch's own statistics and updates the running ones (true), or the running ones (false). */
    boolean batchStatistics();
}
