package io.github.psbench.model;

import io.github.psbench.base.Default;
import io.github.psbench.base.Name;
import io.github.psbench.base.Places;

@Name("file")
public record FileWeights(String path, @Default("[]") java.util.List<String> omit) implements Weights {
    @Override
    public String digest(Backbone backbone, Places places) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void load(Backbone backbone, Network network, Places places) {
        throw new UnsupportedOperationException();
    }
}
