package io.github.psbench.report.tsne;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Progress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Maps points onto a plane by t-SNE; the package's manual has the equations. */
public final class Tsne {
    /** For more points than this, Barnes-Hut. */
    public static final int MOST_EXACT = 2_000;

    private static final double THETA = 0.5;
    private static final double EARLY_EXAGGERATION = 12;
    private static final double EARLY_MOMENTUM = 0.5;
    private static final double MOMENTUM = 0.8;
    private static final double LEAST_LEARNING_RATE = 50;

    /** Of the start; so close together that clusters can pass through each other. */
    private static final double START_DEVIATION = 1e-4;

    private static final double GAIN_UP = 0.2;
    private static final double GAIN_DOWN = 0.8;
    private static final double LEAST_GAIN = 0.01;

    private Tsne() {}

    /**
     * Maps points onto a plane.
     *
     * @param points [n][d], finite, n >= 2, d >= 1
     * @param what a few words for who waits, such as "t-SNE of Ours"
     * @throws io.github.psbench.base.InvalidSetting if the perplexity is too large for so many points, or the points are not as said
     * @throws java.util.concurrent.CancellationException if the work is to stop, between two iterations
     */
    public static TsneMap map(double[][] points, TsneOptions options, Progress progress, String what) {
        return map(points, options, points.length <= MOST_EXACT, progress, what);
    }

    static TsneMap map(double[][] points, TsneOptions options, boolean exact, Progress progress, String what) {
        check(points);
        options.requireFit(points.length);
        Objective objective = objective(points, options, exact, progress, what);
        double[] positions = start(points, options);
        try (Progress.Task task = progress.begin(what, options.iterations())) {
            descend(objective, positions, TsneOptions.EARLY, EARLY_EXAGGERATION, EARLY_MOMENTUM, task);
            descend(objective, positions, options.iterations() - TsneOptions.EARLY, 1, MOMENTUM, task);
        }
        double[][] pairs = new double[points.length][];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = Arrays.copyOfRange(positions, 2 * i, 2 * i + 2);
        }
        return new TsneMap(pairs, objective.divergence(positions), exact);
    }

    private static void check(double[][] points) {
        require(points.length >= 2, "points", "must be at least 2", points.length);
        int dimension = points[0].length;
        require(dimension >= 1, "dimension", "must be >= 1", dimension);
        for (int i = 0; i < points.length; i++) {
            require(
                    points[i].length == dimension && DoubleStream.of(points[i]).allMatch(Double::isFinite),
                    "point " + i,
                    "must be " + dimension + " finite numbers",
                    Arrays.toString(points[i]));
        }
    }

    private static Objective objective(
            double[][] points, TsneOptions options, boolean exact, Progress progress, String what) {
        try (Progress.Task task = progress.begin(what + ", neighbours", points.length)) {
            Distances distances = new Distances(points);
            if (exact) {
                return ExactObjective.of(distances, options.perplexity(), task);
            }
            int neighbours = Math.min(points.length - 1, (int) (TsneOptions.NEIGHBOURS * options.perplexity() + 1));
            return new BarnesHutObjective(
                    SparseAffinities.of(distances, options.perplexity(), neighbours, task), THETA);
        }
    }

    /** [2 n], x and y by turns. */
    private static double[] start(double[][] points, TsneOptions options) {
        double[][] axes = options.start() == TsneOptions.Start.PRINCIPAL_AXES
                ? PrincipalAxes.of(points)
                : new double[2][points.length];
        double spread = deviation(axes[0]);
        byte[] seed = ByteBuffer.allocate(Long.BYTES).putLong(options.seed()).array();
        SharedStateContinuousSampler normal =
                ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(seed));
        double[] positions = new double[2 * points.length];
        for (int a = 0; a < 2; a++) {
            boolean random = deviation(axes[a]) == 0;
            for (int i = 0; i < points.length; i++) {
                positions[2 * i + a] = START_DEVIATION * (random ? normal.sample() : axes[a][i] / spread);
            }
        }
        return positions;
    }

    private static double deviation(double[] values) {
        double mean = Rows.sum(values) / values.length;
        return Math.sqrt(Rows.sum(DoubleStream.of(values)
                        .map(value -> (value - mean) * (value - mean))
                        .toArray())
                / values.length);
    }

    /** Gradient descent with momentum, and a gain for each coordinate (Jacobs 1988) that grows while its gradient keeps its sign. */
    private static void descend(
            Objective objective,
            double[] positions,
            int iterations,
            double exaggeration,
            double momentum,
            Progress.Task task) {
        double rate = Math.max(objective.points() / EARLY_EXAGGERATION / 4, LEAST_LEARNING_RATE);
        double[] gradient = new double[positions.length];
        double[] step = new double[positions.length];
        double[] gains = new double[positions.length];
        Arrays.fill(gains, 1);
        for (int iteration = 0; iteration < iterations; iteration++) {
            objective.gradient(positions, exaggeration, gradient);
            for (int c = 0; c < positions.length; c++) {
                gains[c] = step[c] * gradient[c] < 0 ? gains[c] + GAIN_UP : Math.max(GAIN_DOWN * gains[c], LEAST_GAIN);
                step[c] = momentum * step[c] - rate * gains[c] * gradient[c];
                positions[c] += step[c];
            }
            task.advance(1);
        }
    }
}
