package io.github.psbench.model;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;
import io.github.psbench.base.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ResNet-18 as torchvision defines it, without the classifier; 512 features.
 *
 * @param lastStride the stride of the last stage, 1 or 2. torchvision has 2; the released code of ASMR has 1, which leaves twice the height
 *     and width to the last stage
 */
@Name("resnet18")
public record ResNet18(
        @Nullable Weights weights, @Default("1") int lastStride) implements Backbone {
    public ResNet18 {
        require(lastStride == 1 || lastStride == 2, "lastStride", "must be 1 or 2", lastStride);
    }

    @Override
    public Layer layers() {
        return ResidualNetworks.torchvision(ResidualNetworks::basic, List.of(2, 2, 2, 2), 1, lastStride);
    }

    @Override
    public int features() {
        return 512;
    }
}
