package io.github.psbench.data;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;
import io.github.psbench.data.picture.Filter;

/**
 * The size that pictures are resized to before a network sees them.
 *
 * @param height in pixels, 16..1024
 * @param width in pixels, 16..1024
 * @param resize the filter; both kinds are antialiased when they shrink
 */
public record Input(
        int height, int width, @Default("bicubic") Filter resize) {
    public Input {
        require(height >= 16 && height <= 1024, "height", "must be in 16..1024", height);
        require(width >= 16 && width <= 1024, "width", "must be in 16..1024", width);
    }
}
