package io.github.psbench.model;

import io.github.psbench.base.Places;

/** Where a backbone's parameters come from: always a safetensors file. */
public sealed interface Weights permits ImagenetWeights, FileWeights, UrlWeights {
    /** SHA-256 of the file, 64 hexadecimal digits; part of a trial's identity. */
    String digest(Backbone backbone, Places places);

    /**
     * Loads a backbone's tensors, strictly.
     *
     * @throws io.github.psbench.base.Failure of kind DATA that lists every missing, unexpected and misshapen tensor, or says where to get
     *     the file
     */
    void load(Backbone backbone, Network network, Places places);
}
