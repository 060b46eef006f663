package io.github.psbench.model;

import io.github.psbench.base.Name;
import io.github.psbench.base.Places;

@Name("imagenet")
public record ImagenetWeights() implements Weights {
    @Override
    public String digest(Backbone backbone, Places places) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void load(Backbone backbone, Network network, Places places) {
        throw new UnsupportedOperationException();
    }
}
