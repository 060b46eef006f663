package io.github.psbench.model;

import static io.github.psbench.base.InvalidSetting.require;
import static io.github.psbench.model.Layers.named;
import static io.github.psbench.model.Layers.sequence;

import io.github.psbench.base.Default;
import io.github.psbench.base.Name;
import org.jspecify.annotations.Nullable;

/**
 * A small ResNet for small pictures on a CPU; 128 features. A 3 x 3 stem of stride 2 without max-pooling, then four stages of one basic
 * block each with 16, 32, 64 and 128 channels and strides 1, 2, 2 and {@code last-stride}. Names are torchvision's.
 *
 * @param lastStride the stride of the last stage, 1 or 2
 */
@Name("resnet-slim")
public record ResNetSlim(
        @Nullable Weights weights, @Default("1") int lastStride) implements Backbone {
    public ResNetSlim {
        require(
                !(weights instanceof ImagenetWeights),
                "weights",
                "must be none or a file: nobody has trained this network on ImageNet",
                "imagenet");
        require(lastStride == 1 || lastStride == 2, "lastStride", "must be 1 or 2", lastStride);
    }

    @Override
    public Layer layers() {
        return sequence(
                named("conv1", new Convolution(3, 16, 3, 2)),
                named("bn1", new BatchNorm(16)),
                Activation.RELU,
                named("layer1", ResidualNetworks.stage(ResidualNetworks::basic, 16, 16, 1, 1)),
                named("layer2", ResidualNetworks.stage(ResidualNetworks::basic, 16, 32, 1, 2)),
                named("layer3", ResidualNetworks.stage(ResidualNetworks::basic, 32, 64, 1, 2)),
                named("layer4", ResidualNetworks.stage(ResidualNetworks::basic, 64, 128, 1, lastStride)),
                Pooling.GLOBAL_AVERAGE);
    }

    @Override
    public int features() {
        return 128;
    }
}
