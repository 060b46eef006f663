package io.github.psbench.model;

import java.util.List;
import java.util.stream.IntStream;

/** Ways to put layers together. */
public final class Layers {
    private Layers() {}

    /** Layers applied one after the other, to be named by the caller where they have tensors. */
    public static Layer sequence(Layer... layers) {
        return new Sequence(List.of(layers));
    }

    /** A layer whose tensors' names begin with a name and a dot: {@code head.fc1.weight}. */
    public static Layer named(String name, Layer layer) {
        return new Named(name, layer);
    }

    /**
     * Batch normalisation over all dimensions but the second, of [n, channels] or [n, channels, height, width]: eps 1e-5, momentum 0.1.
     * Tensors are {@code weight}, {@code bias}, {@code running_mean} and {@code running_var}, each [channels].
     */
    public static Layer batchNorm(int channels) {
        return new BatchNorm(channels);
    }

    /** As torchvision names the parts of a Sequential: 0, 1, ... */
    static Layer numbered(Layer... layers) {
        return new Sequence(IntStream.range(0, layers.length)
                .mapToObj(i -> named(Integer.toString(i), layers[i]))
                .toList());
    }
}
