package io.github.psbench.train;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;

/**
 * Learning rates of the parameter groups before any decay, each > 0.
 *
 * @param image of the image encoder f: backbone and head
 * @param category of the category encoder g
 * @param weights of w
 */
public record LearningRates(
        @Default("0.001") double image,
        @Default("0.01") double category,
        @Default("0.01") double weights) {
    public LearningRates {
        require(image > 0 && Double.isFinite(image), "image", "must be > 0", image);
        require(category > 0 && Double.isFinite(category), "category", "must be > 0", category);
        require(weights > 0 && Double.isFinite(weights), "weights", "must be > 0", weights);
    }
}
