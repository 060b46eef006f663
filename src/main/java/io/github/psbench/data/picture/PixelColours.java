package io.github.psbench.data.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import javax.imageio.IIOException;

/**
 * Turns what decoders deliver into 8-bit RGB. Samples are taken as they are stored: the platform's own conversions bend grey values by a
 * gamma curve and differ between machines.
 */
final class PixelColours {
    private PixelColours() {}

    /** Grey is repeated, 16 bits lose their lower 8, palettes are looked up, transparent pixels are laid over white. */
    static RgbImage rgb(BufferedImage image) throws IIOException {
        ColorModel model = image.getColorModel();
        if (!(model instanceof ComponentColorModel)) {
            return looked(image); // palettes and packed pixels, which are sRGB by definition
        }
        int kind = image.getRaster().getTransferType();
        if ((kind != DataBuffer.TYPE_BYTE && kind != DataBuffer.TYPE_USHORT) || model.getNumComponents() > 4) {
            throw new IIOException("its pixels are neither 8 nor 16 bits a channel: " + model);
        }
        return components(image.getRaster(), kind == DataBuffer.TYPE_USHORT ? 8 : 0);
    }

    /**
     * Four inks as Adobe's programs store them, inverted, which nearly all such files follow. Each ink takes away its share of the light
     * that black leaves.
     *
     * @param ycck whether the first three bands are luminance and chroma of the inks, which are then not inverted; black still is
     */
    static RgbImage rgb(Raster inks, boolean ycck) {
        int width = inks.getWidth();
        byte[] pixels = new byte[3 * width * inks.getHeight()];
        int[] row = new int[4 * width];
        int to = 0;
        for (int y = 0; y < inks.getHeight(); y++) {
            inks.getPixels(inks.getMinX(), inks.getMinY() + y, width, 1, row);
            for (int x = 0; x < row.length; x += 4) {
                if (ycck) {
                    fromLuminance(row, x);
                }
                for (int ink = 0; ink < 3; ink++) {
                    pixels[to++] = (byte) product(row[x + ink], row[x + 3]);
                }
            }
        }
        return new RgbImage(width, inks.getHeight(), pixels);
    }

    private static RgbImage components(Raster raster, int shift) {
        int bands = raster.getNumBands();
        boolean transparent = bands == 2 || bands == 4;
        int width = raster.getWidth();
        if (bands == 3
                && raster.getTransferType()
                        == DataBuffer.TYPE_BYTE) { // nearly all pictures: nothing is to be done to a sample
            Object samples =
                    raster.getDataElements(raster.getMinX(), raster.getMinY(), width, raster.getHeight(), null);
            return new RgbImage(width, raster.getHeight(), (byte[]) samples);
        }
        byte[] pixels = new byte[3 * width * raster.getHeight()];
        int[] row = new int[bands * width];
        int to = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < row.length; x += bands) {
                int alpha = transparent ? row[x + bands - 1] >> shift : 255;
                for (int channel = 0; channel < 3; channel++) {
                    int value = row[x + (bands < 3 ? 0 : channel)] >> shift;
                    pixels[to++] = (byte) overWhite(value, alpha);
                }
            }
        }
        return new RgbImage(width, raster.getHeight(), pixels);
    }

    private static RgbImage looked(BufferedImage image) {
        byte[] pixels = new byte[3 * image.getWidth() * image.getHeight()];
        int to = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int argb = image.getRGB(x, y);
                for (int shift = 16; shift >= 0; shift -= 8) {
                    pixels[to++] = (byte) overWhite((argb >> shift) & 0xFF, argb >>> 24);
                }
            }
        }
        return new RgbImage(image.getWidth(), image.getHeight(), pixels);
    }

    private static int overWhite(int value, int alpha) {
        return alpha == 255 ? value : product(value, alpha) + 255 - alpha;
    }

    /** a b / 255, rounded, for a and b in 0..255. */
    private static int product(int a, int b) {
        int scaled = a * b + 128;
        return ((scaled >> 8) + scaled) >> 8;
    }

    /** Inks inverted, in place, from the colour transform of JFIF, with 16 bits after the point as libjpeg has it. */
    private static void fromLuminance(int[] row, int x) {
        int luminance = row[x];
        int blue = row[x + 1] - 128;
        int red = row[x + 2] - 128;
        row[x] = 255 - clip(luminance + ((91881 * red + 32768) >> 16));
        row[x + 1] = 255 - clip(luminance + ((-22554 * blue - 46802 * red + 32768) >> 16));
        row[x + 2] = 255 - clip(luminance + ((116130 * blue + 32768) >> 16));
    }

    private static int clip(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
