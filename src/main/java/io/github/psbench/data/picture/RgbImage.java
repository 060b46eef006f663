package io.github.psbench.data.picture;

import java.awt.image.BufferedImage;

/**
 * A picture in memory.
 *
 * @param pixels height x width x 3 bytes, row by row from the top left, red green blue, 0..255 unsigned
 */
@SuppressWarnings(
        "ArrayRecordComponent") // compared nowhere; a copy for each reader would double the memory of every batch
public record RgbImage(int width, int height, byte[] pixels) {
    public RgbImage {
        if (width < 1 || height < 1 || pixels.length != width * height * 3) {
            throw new IllegalArgumentException("an image of " + width + "x" + height + " has " + 3 * width * height
                    + " bytes, got " + pixels.length);
        }
    }

    /** A copy for the platform's own image classes. */
    public BufferedImage buffered() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] colours = new int[width * height];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = (pixels[3 * i] & 0xFF) << 16 | (pixels[3 * i + 1] & 0xFF) << 8 | (pixels[3 * i + 2] & 0xFF);
        }
        image.setRGB(0, 0, width, height, colours, 0, width);
        return image;
    }
}
