package io.github.psbench.data.picture;

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
        RgbImage narrowed = width == image.width() ? image : horizontally(image, width, filter);
        return height == image.height() ? narrowed : vertically(narrowed, height, filter);
    }

    private static RgbImage horizontally(RgbImage image, int width, Filter filter) {
        Kernel kernel = new Kernel(image.width(), width, filter);
        byte[] in = image.pixels();
        byte[] out = new byte[Math.multiplyExact(3 * width, image.height())];
        for (int y = 0; y < image.height(); y++) {
            int row = y * image.width();
            for (int x = 0; x < width; x++) {
                int[] weights = kernel.weights[x];
                int red = HALF;
                int green = HALF;
                int blue = HALF;
                int from = 3 * (row + kernel.first[x]);
                for (int weight : weights) {
                    red += (in[from] & 0xFF) * weight;
                    green += (in[from + 1] & 0xFF) * weight;
                    blue += (in[from + 2] & 0xFF) * weight;
                    from += 3;
                }
                int to = 3 * (y * width + x);
                out[to] = clip(red);
                out[to + 1] = clip(green);
                out[to + 2] = clip(blue);
            }
        }
        return new RgbImage(width, image.height(), out);
    }

    private static RgbImage vertically(RgbImage image, int height, Filter filter) {
        Kernel kernel = new Kernel(image.height(), height, filter);
        byte[] in = image.pixels();
        int stride = 3 * image.width();
        byte[] out = new byte[Math.multiplyExact(stride, height)];
        for (int y = 0; y < height; y++) {
            int[] weights = kernel.weights[y];
            for (int x = 0; x < stride; x++) {
                int sum = HALF;
                int from = kernel.first[y] * stride + x;
                for (int weight : weights) {
                    sum += (in[from] & 0xFF) * weight;
                    from += stride;
                }
                out[y * stride + x] = clip(sum);
            }
        }
        return new RgbImage(image.width(), height, out);
    }

    private static byte clip(int sum) {
        return (byte) Math.max(0, Math.min(255, sum >> PRECISION));
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
    }
}
