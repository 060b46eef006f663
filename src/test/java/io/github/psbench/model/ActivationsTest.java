package io.github.psbench.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ActivationsTest {
    private static final FeatureMap PICTURE = new FeatureMap(3, 224, 224);

    /** What autograd keeps of torchvision's networks in training mode, each tensor once, by torch.autograd.graph.saved_tensors_hooks. */
    @Test
    void autogradKeepsAsMuch() {
        assertThat(bytes(new ResNet18(null, 2))).isCloseTo(22_216_192, Percentage.withPercentage(3));
        assertThat(bytes(new ResNet50(null, 2))).isCloseTo(85_511_680, Percentage.withPercentage(3));
    }

    @Test
    void whatSeveralLayersNeedIsKeptOnce() {
        Layer layers = Layers.sequence(
                new Convolution(3, 8, 3, 2),
                new BatchNorm(8),
                Activation.RELU,
                new Residual(new Convolution(8, 8, 3, 1), Layers.sequence()));
        Activations kept = Activations.of(layers, new FeatureMap(3, 5, 4));
        int map = 8 * 3 * 2;
        assertThat(kept.numbers())
                .as("the picture, the convolution's output, and what ReLU makes")
                .isEqualTo(3 * 5 * 4 + 2 * map);
        assertThat(kept.largest()).isEqualTo(60);
    }

    private static long bytes(Backbone backbone) {
        return 4 * Activations.of(backbone.layers(), PICTURE).numbers();
    }
}
