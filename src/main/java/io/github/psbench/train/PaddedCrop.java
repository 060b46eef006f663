package io.github.psbench.train;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Each training image is given a black border, and a part of its former size is cut out anywhere with equal probability, after the
 * mirroring: torchvision's {@code Pad} and {@code RandomCrop}, as is usual in person re-identification.
 *
 * @param padding the border's width in pixels, 1..1024
 */
public record PaddedCrop(@Default("10") int padding) {
    public PaddedCrop {
        require(padding >= 1 && padding <= 1024, "padding", "must be in 1..1024", padding);
    }

    Shift draw(UniformRandomProvider random) {
        return new Shift(random.nextInt(2 * padding + 1) - padding, random.nextInt(2 * padding + 1) - padding);
    }
}
