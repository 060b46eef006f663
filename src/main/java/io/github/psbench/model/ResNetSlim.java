package io.github.psbench.model;

import io.github.psbench.base.Default;
import io.github.psbench.base.Name;
import org.jspecify.annotations.Nullable;

@Name("resnet-slim")
public record ResNetSlim(
        @Nullable Weights weights, @Default("1") int lastStride) implements Backbone {
    @Override
    public Layer layers() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int features() {
        throw new UnsupportedOperationException();
    }
}
