package io.github.psbench.data.synthped;

/**
 * What JPEG does to a picture, without the file: colours to luminance and chrominance, chrominance at half the resolution, blocks of 8 x 8 through the
 * cosine transform, rounded to multiples of the tables in Annex K of ITU-T T.81 scaled for a quality as the Independent JPEG Group
 * does, and all the way back. Done here because decoders differ from machine to machine in the last bit, and the data set must not.
 */
final class Jpeg {
    private static final int[] LUMINANCE = {
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29,
        51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121,
        120, 101, 72, 92, 95, 98, 112, 100, 103, 99
    };
    private static final int[] CHROMINANCE = {
        17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99
    };

    /** Row k is the k-th cosine of the orthonormal transform. */
    private static final double[] COSINES = new double[64];

    static {
        for (int k = 0; k < 8; k++) {
            for (int n = 0; n < 8; n++) {
                double size = k == 0 ? Math.sqrt(0.125) : 0.5;
                COSINES[k * 8 + n] = size * StrictMath.cos((2 * n + 1) * k * Math.PI / 16);
            }
        }
    }

    private Jpeg() {}

    /**
     * Changes the canvas to what comes back from a JPEG file.
     *
     * @param quality 1..100
     */
    static void degrade(Canvas canvas, int quality) {
        int width = Canvas.WIDTH;
        int height = Canvas.HEIGHT;
        int pixels = width * height;
        double[] luminance = new double[pixels];
        double[] blueness = new double[pixels];
        double[] redness = new double[pixels];
        byte[] bytes = canvas.toBytes();
        for (int i = 0; i < pixels; i++) {
            double red = bytes[3 * i] & 0xFF;
            double green = bytes[3 * i + 1] & 0xFF;
            double blue = bytes[3 * i + 2] & 0xFF;
            luminance[i] = 0.299 * red + 0.587 * green + 0.114 * blue;
            blueness[i] = 0.564 * (blue - luminance[i]);
            redness[i] = 0.713 * (red - luminance[i]);
            luminance[i] -= 128;
        }
        quantise(luminance, width, height, scaled(LUMINANCE, quality));
        int[] coarse = scaled(CHROMINANCE, quality);
        double[] halfBlueness = half(blueness);
        double[] halfRedness = half(redness);
        quantise(halfBlueness, width / 2, height / 2, coarse);
        quantise(halfRedness, width / 2, height / 2, coarse);
        for (int i = 0; i < pixels; i++) {
            int at = i / width / 2 * (width / 2) + i % width / 2;
            double bright = luminance[i] + 128;
            double red = bright + halfRedness[at] / 0.713;
            double blue = bright + halfBlueness[at] / 0.564;
            canvas.values[3 * i] = red / 255;
            canvas.values[3 * i + 1] = (bright - 0.299 * red - 0.114 * blue) / 0.587 / 255;
            canvas.values[3 * i + 2] = blue / 255;
        }
    }

    private static int[] scaled(int[] table, int quality) {
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        int[] steps = new int[64];
        for (int i = 0; i < 64; i++) {
            steps[i] = Math.max(1, Math.min(255, (table[i] * percent + 50) / 100));
        }
        return steps;
    }

    private static double[] half(double[] plane) {
        int width = Canvas.WIDTH;
        double[] smaller = new double[plane.length / 4];
        for (int i = 0; i < smaller.length; i++) {
            int at = i / (width / 2) * 2 * width + i % (width / 2) * 2;
            smaller[i] = (plane[at] + plane[at + 1] + plane[at + width] + plane[at + width + 1]) / 4;
        }
        return smaller;
    }

    private static void quantise(double[] plane, int width, int height, int[] steps) {
        double[] block = new double[64];
        for (int top = 0; top < height; top += 8) {
            for (int left = 0; left < width; left += 8) {
                for (int i = 0; i < 64; i++) {
                    block[i] = plane[(top + i / 8) * width + left + i % 8];
                }
                double[] waves = transform(transform(block, false), false);
                for (int i = 0; i < 64; i++) {
                    waves[i] = Math.rint(waves[i] / steps[i]) * steps[i];
                }
                double[] back = transform(transform(waves, true), true);
                for (int i = 0; i < 64; i++) {
                    plane[(top + i / 8) * width + left + i % 8] = back[i];
                }
            }
        }
    }

    /** Transforms the columns and swaps rows with columns, so that twice is the whole transform. */
    private static double[] transform(double[] block, boolean inverse) {
        double[] result = new double[64];
        for (int column = 0; column < 8; column++) {
            for (int k = 0; k < 8; k++) {
                double sum = 0;
                for (int n = 0; n < 8; n++) {
                    sum += block[n * 8 + column] * (inverse ? COSINES[n * 8 + k] : COSINES[k * 8 + n]);
                }
                result[column * 8 + k] = sum;
            }
        }
        return result;
    }
}
