package io.github.psbench.train;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;
import io.github.psbench.data.Input;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Random erasing (Zhong et al., AAAI 2020, algorithm 1): a rectangle of a training image is overwritten, after mirroring and cropping. Area
 * and aspect ratio are uniform in their ranges, then the place is; what does not fit is drawn anew, up to 100 times. Where the paper
 * fills with random values, this fills with ImageNet's mean colour, 0 after the normalisation.
 *
 * @param probability that an image is erased from at all, in (0, 1]
 * @param leastArea the paper's s_l, a part of the image's area, in (0, 1)
 * @param mostArea the paper's s_h, in [leastArea, 1)
 * @param aspect the paper's r_1: height by width is in aspect..1/aspect, in (0, 1]
 */
public record RandomErasing(
        @Default("0.5") double probability,
        @Default("0.02") double leastArea,
        @Default("0.4") double mostArea,
        @Default("0.3") double aspect) {
    private static final int ATTEMPTS = 100;

    public RandomErasing {
        require(probability > 0 && probability <= 1, "probability", "must be in (0, 1]", probability);
        require(leastArea > 0 && leastArea < 1, "leastArea", "must be in (0, 1)", leastArea);
        require(
                mostArea >= leastArea && mostArea < 1,
                "mostArea",
                "must be < 1 and not below the least area",
                mostArea);
        require(aspect > 0 && aspect <= 1, "aspect", "must be in (0, 1]", aspect);
    }

    Rectangle draw(Input input, UniformRandomProvider random) {
        if (random.nextDouble() >= probability) {
            return Rectangle.NONE;
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double area = between(leastArea, mostArea, random) * input.height() * input.width();
            double ratio = between(aspect, 1 / aspect, random);
            int height = (int) Math.round(Math.sqrt(area * ratio));
            int width = (int) Math.round(Math.sqrt(area / ratio));
            if (height < input.height() && width < input.width()) {
                int top = random.nextInt(input.height() - height + 1);
                int left = random.nextInt(input.width() - width + 1);
                return new Rectangle(top, left, height, width);
            }
        }
        return Rectangle.NONE;
    }

    private static double between(double least, double most, UniformRandomProvider random) {
        return least + (most - least) * random.nextDouble();
    }
}
