package io.github.psbench.data.synthped;

/** What a cheap camera does to a scene: light and colour, blur, coarse pixels, grain. JPEG comes after it. */
final class Lens {
    private static final int WIDTH = Canvas.WIDTH;
    private static final int HEIGHT = Canvas.HEIGHT;

    private Lens() {}

    static void expose(Canvas canvas, Place place, Nuisances nuisances, Dice dice) {
        double exposure = 1 + nuisances.exposure() * dice.normal();
        Rgb gains = new Rgb(
                place.gains().red() * exposure * (1 + nuisances.cast() * dice.normal()),
                place.gains().green() * exposure,
                place.gains().blue() * exposure * (1 + nuisances.cast() * dice.normal()));
        light(canvas, gains, nuisances.slope() * dice.between(-0.5, 0.5), nuisances.slope() * dice.between(-0.5, 0.5));
        if (dice.chance(nuisances.blur())) {
            double width = dice.between(0.3, nuisances.blurWidth());
            boolean moved = dice.chance(0.4);
            blur(canvas, width, 1, WIDTH, 3);
            blur(canvas, moved ? width * 0.3 : width, WIDTH, HEIGHT, 3 * WIDTH);
        }
        if (dice.chance(nuisances.coarse())) {
            coarsen(canvas, dice.between(nuisances.coarseScale(), 0.9));
        }
        double grain = dice.between(0, nuisances.grain());
        for (int i = 0; i < canvas.values.length; i++) {
            canvas.values[i] += grain * dice.grain();
        }
    }

    /** Multiplies the colours, more on one side than on the other; what gets too bright is pressed below white, not cut. */
    private static void light(Canvas canvas, Rgb gains, double slopeX, double slopeY) {
        int at = 0;
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                double here = 1 + slopeX * (column / (WIDTH - 1.0) - 0.5) + slopeY * (row / (HEIGHT - 1.0) - 0.5);
                canvas.values[at] = press(canvas.values[at] * gains.red() * here);
                canvas.values[at + 1] = press(canvas.values[at + 1] * gains.green() * here);
                canvas.values[at + 2] = press(canvas.values[at + 2] * gains.blue() * here);
                at += 3;
            }
        }
    }

    private static double press(double value) {
        double knee = 0.8;
        return value <= knee ? value : knee + (1 - knee) * (1 - 1 / (1 + (value - knee) / (1 - knee)));
    }

    /**
     * Blurs along one axis with a bell of that deviation, in pixels.
     *
     * @param axis 1 for along rows, the width for along columns
     * @param length how many pixels a line has
     * @param stride between neighbours of a line, in numbers
     */
    private static void blur(Canvas canvas, double deviation, int axis, int length, int stride) {
        int reach = (int) Math.ceil(3 * deviation);
        double[] bell = new double[2 * reach + 1];
        double total = 0;
        for (int i = -reach; i <= reach; i++) {
            bell[i + reach] = StrictMath.exp(-i * i / (2 * deviation * deviation));
            total += bell[i + reach];
        }
        double[] line = new double[length];
        int lines = canvas.values.length / length;
        for (int index = 0; index < lines; index++) {
            int start = axis == 1 ? index / 3 * WIDTH * 3 + index % 3 : index;
            for (int i = 0; i < length; i++) {
                line[i] = canvas.values[start + i * stride];
            }
            for (int i = 0; i < length; i++) {
                double sum = 0;
                for (int k = -reach; k <= reach; k++) {
                    sum += bell[k + reach] * line[Math.max(0, Math.min(length - 1, i + k))];
                }
                canvas.values[start + i * stride] = sum / total;
            }
        }
    }

    /** Shrinks the picture by averaging and enlarges it again, linearly between pixels. */
    private static void coarsen(Canvas canvas, double scale) {
        int width = (int) Math.rint(WIDTH * scale);
        int height = (int) Math.rint(HEIGHT * scale);
        double[] across = new double[width * HEIGHT * 3];
        for (int row = 0; row < HEIGHT; row++) {
            for (int channel = 0; channel < 3; channel++) {
                shrink(canvas.values, row * WIDTH * 3 + channel, 3, WIDTH, across, row * width * 3 + channel, 3, width);
            }
        }
        double[] small = new double[width * height * 3];
        for (int i = 0; i < width * 3; i++) {
            shrink(across, i, width * 3, HEIGHT, small, i, width * 3, height);
        }
        for (int row = 0; row < HEIGHT; row++) {
            double y = Math.max(0, Math.min(height - 1, (row + 0.5) * height / HEIGHT - 0.5));
            int top = Math.min(height - 2, (int) y);
            for (int column = 0; column < WIDTH; column++) {
                double x = Math.max(0, Math.min(width - 1, (column + 0.5) * width / WIDTH - 0.5));
                int left = Math.min(width - 2, (int) x);
                for (int channel = 0; channel < 3; channel++) {
                    int at = (top * width + left) * 3 + channel;
                    double upper = small[at] + (small[at + 3] - small[at]) * (x - left);
                    int below = at + width * 3;
                    double lower = small[below] + (small[below + 3] - small[below]) * (x - left);
                    canvas.values[(row * WIDTH + column) * 3 + channel] = upper + (lower - upper) * (y - top);
                }
            }
        }
    }

    /** Averages a line of numbers down to fewer, each over exactly its share of the line. */
    private static void shrink(
            double[] from, int fromStart, int fromStride, int many, double[] to, int toStart, int toStride, int few) {
        double share = (double) many / few;
        for (int i = 0; i < few; i++) {
            double begin = i * share;
            double end = begin + share;
            double sum = 0;
            for (int k = (int) begin; k < Math.min(many, Math.ceil(end)); k++) {
                sum += from[fromStart + k * fromStride] * (Math.min(end, k + 1) - Math.max(begin, k));
            }
            to[toStart + i * toStride] = sum / share;
        }
    }
}
