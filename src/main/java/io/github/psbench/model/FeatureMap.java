package io.github.psbench.model;

/**
 * The shape of what lies between two layers, for one picture: [channels, height, width], or [channels] where height and width are 1. Two of
 * one shape are still two.
 */
public final class FeatureMap {
    private final int channels;
    private final int height;
    private final int width;

    public FeatureMap(int channels, int height, int width) {
        this.channels = channels;
        this.height = height;
        this.width = width;
    }

    /** After a window has gone over it; padded so that a stride of 1 keeps height and width. */
    FeatureMap strided(int outputs, int stride) {
        return new FeatureMap(outputs, (height - 1) / stride + 1, (width - 1) / stride + 1);
    }

    /** Of the same shape, but another. */
    FeatureMap next() {
        return new FeatureMap(channels, height, width);
    }

    /** A vector. */
    public static FeatureMap vector(int length) {
        return new FeatureMap(length, 1, 1);
    }

    int channels() {
        return channels;
    }

    long numbers() {
        return (long) channels * height * width;
    }
}
