package io.github.psbench.data.picture;

import java.util.Arrays;

/**
 * Antialiased resizing, byte for byte as Pillow's {@code Image.resize} does it, because that is what the published numbers were made with
 * (Pillow 13 differs by a few levels where the height shrinks much more than the width: it then begins with the columns).
 * Each output sample is a weighted mean of the input under a filter that is as many times wider as the picture shrinks; first along rows, then
 * along columns, rounded to 8 bits in between.
 */
public final class Resampler {
    /** Weights are integers with this many bits after the point: 32 less 8 for the pixel and 2 for the overshoot of the cubic filter. */
    private static final int PRECISION = 32 - 8 - 2;

    private static final int HALF = 1 << (PRECISION - 1);

    private Resampler() {}

    /** The picture at another size; the same object where the size is the same. */
    public static RgbImage resize(RgbImage image, int width, int height, Filter filter) {
        if (width == image.width() && height == image.height()) {
            return image;
        }
        int[][] rows = width == image.width() ? rows(image) : horizontally(image, width, filter);
        return new RgbImage(width, height, height == image.height() ? bytes(rows) : vertically(rows, height, filter));
    }

    /** @return rows of samples from 0 to 255 */
    private static int[][] horizontally(RgbImage image, int width, Filter filter) {
        Kernel kernel = new Kernel(image.width(), width, filter);
        int[][] columns = columns(image);
        int[] column = new int[3 * image.height()];
        int[][] rows = new int[image.height()][3 * width];
        for (int x = 0; x < width; x++) {
            kernel.line(x, columns, column);
            for (int y = 0; y < rows.length; y++) {
                rows[y][3 * x] = column[3 * y];
                rows[y][3 * x + 1] = column[3 * y + 1];
                rows[y][3 * x + 2] = column[3 * y + 2];
            }
        }
        return rows;
    }

    private static byte[] vertically(int[][] rows, int height, Filter filter) {
        Kernel kernel = new Kernel(rows.length, height, filter);
        int[] row = new int[rows[0].length];
        byte[] out = new byte[Math.multiplyExact(row.length, height)];
        for (int y = 0; y < height; y++) {
            kernel.line(y, rows, row);
            put(row, out, y * row.length);
        }
        return out;
    }

    private static int[][] rows(RgbImage image) {
        byte[] in = image.pixels();
        int[][] rows = new int[image.height()][3 * image.width()];
        int from = 0;
        for (int[] row : rows) {
            for (int x = 0; x < row.length; x++) {
                row[x] = in[from++] & 0xFF;
            }
        }
        return rows;
    }

    private static int[][] columns(RgbImage image) {
        byte[] in = image.pixels();
        int[][] columns = new int[image.width()][3 * image.height()];
        int from = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int[] column : columns) {
                column[3 * y] = in[from] & 0xFF;
                column[3 * y + 1] = in[from + 1] & 0xFF;
                column[3 * y + 2] = in[from + 2] & 0xFF;
                from += 3;
            }
        }
        return columns;
    }

    private static byte[] bytes(int[][] rows) {
        byte[] out = new byte[rows.length * rows[0].length];
        for (int y = 0; y < rows.length; y++) {
            put(rows[y], out, y * rows[y].length);
        }
        return out;
    }

    private static void put(int[] row, byte[] out, int at) {
        for (int x = 0; x < row.length; x++) {
            out[at + x] = (byte) row[x];
        }
    }

    private static int[] weights(int first, int end, double centre, double narrowing, Filter filter) {
        double[] exact = new double[end - first];
        double sum = 0;
        for (int x = 0; x < exact.length; x++) {
            exact[x] = value(filter, (x + first - centre + 0.5) * narrowing);
            sum += exact[x];
        }
        int[] rounded = new int[exact.length];
        for (int x = 0; x < exact.length; x++) {
            double scaled = exact[x] / sum * (1 << PRECISION);
            rounded[x] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
        }
        return rounded;
    }

    private static double radius(Filter filter) {
        return switch (filter) {
            case BILINEAR -> 1;
            case BICUBIC -> 2;
        };
    }

    private static double value(Filter filter, double offset) {
        double x = Math.abs(offset);
        return switch (filter) {
            case BILINEAR -> x < 1 ? 1 - x : 0;
            case BICUBIC -> cubic(x);
        };
    }

    /** Keys' cubic with a = -1/2. */
    private static double cubic(double x) {
        double a = -0.5;
        if (x < 1) {
            return ((a + 2) * x - (a + 3)) * x * x + 1;
        }
        return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
    }

    /** For every output position, the first input position that it takes from and the weights from there on. */
    private static final class Kernel {
        final int[] first;
        final int[][] weights;

        Kernel(int from, int to, Filter filter) {
            double scale = (double) from / to;
            double widening = Math.max(scale, 1.0);
            double support = radius(filter) * widening;
            first = new int[to];
            weights = new int[to][];
            for (int i = 0; i < to; i++) {
                double centre = (i + 0.5) * scale;
                first[i] = Math.max(0, (int) (centre - support + 0.5));
                int end = Math.min(from, (int) (centre + support + 0.5));
                weights[i] = weights(first[i], end, centre, 1.0 / widening, filter);
            }
        }

        /**
         * A line of the output: the weighted sum of whole lines, so that the compiler makes vector instructions of it.
         *
         * @param lines the rows of the input, or its columns
         */
        void line(int position, int[][] lines, int[] out) {
            Arrays.fill(out, HALF);
            int line = first[position];
            for (int weight : weights[position]) {
                add(lines[line++], weight, out);
            }
            for (int i = 0; i < out.length; i++) {
                int sample = out[i] >> PRECISION;
                // Held between 0 and 255 by signs that fill the word: there are no vector instructions for Math.min and
                // max.
                int atLeast0 = sample & ~(sample >> 31);
                out[i] = (atLeast0 | ((255 - atLeast0) >> 31)) & 255;
            }
        }

        private static void add(int[] line, int weight, int[] sums) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += line[i] * weight;
            }
        }
    }
}
