package io.github.psbench.model;

import static io.github.psbench.model.Activation.RELU;
import static io.github.psbench.model.Layers.named;
import static io.github.psbench.model.Layers.numbered;
import static io.github.psbench.model.Layers.sequence;

import io.github.psbench.base.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * MobileNetV2 (Sandler et al. 2018) of the ONNX model zoo's {@code mobilenetv2-1.0}, without the classifier; 1280 features. Tensors have
 * torchvision's names, but the network is not torchvision's: the zoo's weights were trained after the first version of the paper, and
 * apart from them this definition would be pointless.
 *
 * <ul>
 *   <li>The first block widens by a 1 x 1 convolution like all others, although by a factor of 1.
 *   <li>The stage of 96 channels has stride 2 and that of 64 channels stride 1; torchvision's have them the other way round.
 *   <li>Activations are ReLU, not ReLU6.
 * </ul>
 */
@Name("mobilenetv2")
public record MobileNetV2(@Nullable Weights weights) implements Backbone {
    private static final int STEM = 32;
    private static final int FEATURES = 1280;

    private static final List<Stage> STAGES = List.of(
            new Stage(1, 16, 1, 1),
            new Stage(6, 24, 2, 2),
            new Stage(6, 32, 3, 2),
            new Stage(6, 64, 4, 1),
            new Stage(6, 96, 3, 2),
            new Stage(6, 160, 3, 2),
            new Stage(6, 320, 1, 1));

    /** A row of the paper's table 2: expansion t, channels c, blocks n, stride s of the first block. */
    private record Stage(int expansion, int channels, int blocks, int stride) {}

    @Override
    public Layer layers() {
        List<Layer> features = new ArrayList<>();
        features.add(activated(3, STEM, 3, 2, 1));
        int inputs = STEM;
        for (Stage stage : STAGES) {
            for (int block = 0; block < stage.blocks(); block++) {
                int stride = block == 0 ? stage.stride() : 1;
                features.add(named("conv", invertedResidual(inputs, stage.channels(), stage.expansion(), stride)));
                inputs = stage.channels();
            }
        }
        features.add(activated(inputs, FEATURES, 1, 1, 1));
        return sequence(named("features", numbered(features.toArray(Layer[]::new))), Pooling.GLOBAL_AVERAGE);
    }

    @Override
    public int features() {
        return FEATURES;
    }

    /** Widens, filters each channel by itself, and narrows without activation (figure 4 of the paper). */
    private static Layer invertedResidual(int inputs, int outputs, int expansion, int stride) {
        int hidden = inputs * expansion;
        Layer body = numbered(
                activated(inputs, hidden, 1, 1, 1),
                activated(hidden, hidden, 3, stride, hidden),
                new Convolution(hidden, outputs, 1, 1),
                new BatchNorm(outputs));
        return inputs == outputs && stride == 1 ? new Residual(body, sequence()) : body;
    }

    private static Layer activated(int inputs, int outputs, int kernel, int stride, int groups) {
        return sequence(
                numbered(new Convolution(inputs, outputs, kernel, stride, groups), new BatchNorm(outputs)), RELU);
    }
}
