package io.github.psbench.model;

import io.github.psbench.base.Name;
import org.jspecify.annotations.Nullable;

/**
 * The convolutional part of the image encoder f, from pictures [n, 3, height, width] to features [n, {@link #features()}] after global
 * average pooling. A new backbone is one record here.
 */
public sealed interface Backbone permits ResNet50, ResNet18, ResNetSlim, MobileNetV2 {
    /** The layers, with torchvision's parameter names. */
    Layer layers();

    /** The length of a picture's feature vector. */
    int features();

    /** Where its parameters start from; null: drawn at random. */
    @Nullable
    Weights weights();

    /** The name in experiment files. */
    default String name() {
        return getClass().getAnnotation(Name.class).value();
    }
}
