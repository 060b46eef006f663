package io.github.psbench.data.picture;

/** Turns and mirrors pictures by the eight orientations of EXIF. */
final class Orientation {
    private Orientation() {}

    /** @param orientation 1..8: where the scene's top and left lie in the stored picture, as EXIF tag 0x0112 tells */
    static RgbImage upright(RgbImage image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        boolean sideways = orientation >= 5;
        int width = sideways ? image.height() : image.width();
        int height = sideways ? image.width() : image.height();
        boolean fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        boolean fromBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        byte[] pixels = new byte[image.pixels().length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int across = sideways ? y : x;
                int down = sideways ? x : y;
                int column = fromRight ? image.width() - 1 - across : across;
                int row = fromBottom ? image.height() - 1 - down : down;
                System.arraycopy(image.pixels(), 3 * (row * image.width() + column), pixels, 3 * (y * width + x), 3);
            }
        }
        return new RgbImage(width, height, pixels);
    }
}
