package io.github.psbench.model;

import io.github.psbench.base.Name;
import org.jspecify.annotations.Nullable;

@Name("mobilenetv2")
public record MobileNetV2(@Nullable Weights weights) implements Backbone {
    @Override
    public Layer layers() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int features() {
        throw new UnsupportedOperationException();
    }
}
