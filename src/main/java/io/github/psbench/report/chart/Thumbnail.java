package io.github.psbench.report.chart;

import io.github.psbench.data.picture.Filter;
import io.github.psbench.data.picture.Resampler;
import io.github.psbench.data.picture.RgbImage;
import java.awt.image.BufferedImage;

/**
 * A picture as a chart shows it, as large as fits into its place without being distorted. These are the pixels for a PNG: exactly as many
 * as it has there, in 16 levels a channel, which nobody misses at this size and which make the file a quarter as large. An SVG takes those
 * of the picture itself.
 */
final class Thumbnail extends BufferedImage {
    private static final int STEP = 17;

    private final RgbImage source;

    private Thumbnail(RgbImage source, RgbImage drawn) {
        super(drawn.width(), drawn.height(), TYPE_INT_RGB);
        this.source = source;
        byte[] pixels = drawn.pixels();
        for (int i = 0; i < drawn.width() * drawn.height(); i++) {
            int colour = level(pixels[3 * i]) << 16 | level(pixels[3 * i + 1]) << 8 | level(pixels[3 * i + 2]);
            setRGB(i % drawn.width(), i / drawn.width(), colour);
        }
    }

    private static int level(byte value) {
        return ((value & 0xFF) + STEP / 2) / STEP * STEP;
    }

    /** @param width of its place, in the layout's pixels */
    static Thumbnail of(RgbImage picture, int width, int height) {
        double scale = Math.min((double) width / picture.width(), (double) height / picture.height());
        int drawnWidth = Picture.SCALE * Math.max(1, (int) Math.round(picture.width() * scale));
        int drawnHeight = Picture.SCALE * Math.max(1, (int) Math.round(picture.height() * scale));
        RgbImage drawn = Resampler.resize(picture, drawnWidth, drawnHeight, Filter.BICUBIC);
        // Somebody's own pictures may have millions of pixels: an SVG need not have more than are seen.
        return new Thumbnail(picture.width() > drawnWidth ? drawn : picture, drawn);
    }

    /** In the layout's pixels. */
    int layoutWidth() {
        return getWidth() / Picture.SCALE;
    }

    int layoutHeight() {
        return getHeight() / Picture.SCALE;
    }

    /** In its own resolution, or in that of the thumbnail if that is smaller. */
    RgbImage source() {
        return source;
    }
}
