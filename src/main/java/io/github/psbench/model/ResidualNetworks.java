package io.github.psbench.model;

import static io.github.psbench.model.Activation.RELU;
import static io.github.psbench.model.Layers.named;
import static io.github.psbench.model.Layers.numbered;
import static io.github.psbench.model.Layers.sequence;

import java.util.ArrayList;
import java.util.List;

/** What ResNets (He et al. 2016) are made of, in the order and by the names of torchvision's definition. */
final class ResidualNetworks {
    private ResidualNetworks() {}

    /** One kind of residual block. */
    @FunctionalInterface
    interface Block {
        /** @param outputs the channels that the block gives */
        Layer of(int inputs, int outputs, int stride);
    }

    /** Two 3 x 3 convolutions. */
    static Layer basic(int inputs, int outputs, int stride) {
        Layer body = sequence(
                named("conv1", new Convolution(inputs, outputs, 3, stride)),
                named("bn1", new BatchNorm(outputs)),
                RELU,
                named("conv2", new Convolution(outputs, outputs, 3, 1)),
                named("bn2", new BatchNorm(outputs)));
        return sequence(new Residual(body, shortcut(inputs, outputs, stride)), RELU);
    }

    /** A 3 x 3 convolution, which has the stride, between two 1 x 1 that narrow to a quarter and widen again. */
    static Layer bottleneck(int inputs, int outputs, int stride) {
        int width = outputs / 4;
        Layer body = sequence(
                named("conv1", new Convolution(inputs, width, 1, 1)),
                named("bn1", new BatchNorm(width)),
                RELU,
                named("conv2", new Convolution(width, width, 3, stride)),
                named("bn2", new BatchNorm(width)),
                RELU,
                named("conv3", new Convolution(width, outputs, 1, 1)),
                named("bn3", new BatchNorm(outputs)));
        return sequence(new Residual(body, shortcut(inputs, outputs, stride)), RELU);
    }

    /** torchvision's ResNets up to their features: stem, max-pooling, four stages, global average. */
    static Layer torchvision(Block block, List<Integer> blocks, int expansion, int lastStride) {
        return sequence(
                named("conv1", new Convolution(3, 64, 7, 2)),
                named("bn1", new BatchNorm(64)),
                RELU,
                Pooling.MAX,
                named("layer1", stage(block, 64, 64 * expansion, blocks.get(0), 1)),
                named("layer2", stage(block, 64 * expansion, 128 * expansion, blocks.get(1), 2)),
                named("layer3", stage(block, 128 * expansion, 256 * expansion, blocks.get(2), 2)),
                named("layer4", stage(block, 256 * expansion, 512 * expansion, blocks.get(3), lastStride)),
                Pooling.GLOBAL_AVERAGE);
    }

    /** Blocks one after the other, of which the first has the stride. */
    static Layer stage(Block block, int inputs, int outputs, int blocks, int stride) {
        List<Layer> layers = new ArrayList<>();
        layers.add(block.of(inputs, outputs, stride));
        while (layers.size() < blocks) {
            layers.add(block.of(outputs, outputs, 1));
        }
        return numbered(layers.toArray(Layer[]::new));
    }

    private static Layer shortcut(int inputs, int outputs, int stride) {
        return inputs == outputs && stride == 1
                ? sequence()
                : named("downsample", numbered(new Convolution(inputs, outputs, 1, stride), new BatchNorm(outputs)));
    }
}
