package io.github.psbench.report.tsne;

import static io.github.psbench.base.InvalidSetting.require;

/**
 * How points are mapped.
 *
 * @param perplexity the effective number of neighbours of a point, > 1; three times as many must be fewer than the other points
 * @param iterations of the gradient descent, >= {@link #EARLY}
 * @param seed of what is random: the start, where it is not told by principal components
 * @param start where points lie before the first iteration
 */
public record TsneOptions(double perplexity, int iterations, long seed, Start start) {
    /** Iterations in which neighbours attract each other more strongly, so that clusters form. */
    public static final int EARLY = 250;

    /** A point's neighbours are so many times the perplexity: beyond, p_j|i is next to nothing. */
    static final int NEIGHBOURS = 3;

    /** Where points lie before the first iteration, with a standard deviation of 1e-4. */
    public enum Start {
        /** On the first two principal axes; where points have no spread along one, as {@link #RANDOM}. */
        PRINCIPAL_AXES,
        /** Normally distributed. */
        RANDOM
    }

    public TsneOptions {
        require(perplexity > 1 && Double.isFinite(perplexity), "perplexity", "must be > 1 and finite", perplexity);
        require(iterations >= EARLY, "iterations", "must be >= " + EARLY, iterations);
    }

    /** The perplexity must be less than this for so many points: the other points are to be more than its neighbours. */
    public static double perplexityLimit(int points) {
        return (points - 1) / (double) NEIGHBOURS;
    }

    /** @throws io.github.psbench.base.InvalidSetting if the perplexity is too large for so many points */
    void requireFit(int points) {
        require(
                perplexity < perplexityLimit(points),
                "perplexity",
                "must be less than (points - 1) / 3, which is %.2f for %d points"
                        .formatted(perplexityLimit(points), points),
                perplexity);
    }
}
