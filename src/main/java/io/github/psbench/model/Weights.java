package io.github.psbench.model;

import io.github.psbench.base.Places;

/** Where a backbone's parameters come from: always a safetensors file. */
public sealed interface Weights permits ImagenetWeights, FileWeights, UrlWeights {
    /**
     * SHA-256 of the file, 64 hexadecimal digits; part of a trial's identity. Fetches nothing.
     *
     * @throws io.github.psbench.base.Failure of kind DATA if the file is not there and no address is known
     */
    String digest(Backbone backbone, Places places);

    /**
     * Loads a backbone's tensors, strictly: the file holds all of them, float32, of their shapes, and no others but those that are to be
     * left out. PyTorch's counters {@code num_batches_tracked} are passed over.
     *
     * @param network of exactly {@link Backbone#layers()}
     * @throws io.github.psbench.base.Failure of kind DATA that lists every missing, unexpected and misshapen tensor, or says where to get
     *     the file
     */
    void load(Backbone backbone, Network network, Places places);
}
