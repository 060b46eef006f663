package io.github.psbench.data;

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
}
