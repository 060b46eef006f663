package io.github.psbench.report.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Where the mean over all seeds lies, of which those that were run are a sample: the 95 % confidence interval by Student's t with n - 1 degrees
 * of freedom, mean ± t s / sqrt(n).
 *
 * @param low not above high
 */
public record ConfidenceInterval(double low, double high) {
    /** The share of such intervals that hold the mean over all seeds, if scores are normally distributed over seeds. */
    public static final double CONFIDENCE = 0.95;

    /** As many of t's digits as no machine's arithmetic changes. */
    private static final MathContext DIGITS = new MathContext(12);

    /** Empty for n = 1, where nothing is known of the spread. */
    public static Optional<ConfidenceInterval> of(Sample sample) {
        if (sample.size() == 1) {
            return Optional.empty();
        }
        double half = t(sample.size() - 1) * sample.standardDeviation().orElseThrow() / StrictMath.sqrt(sample.size());
        return Optional.of(new ConfidenceInterval(sample.mean() - half, sample.mean() + half));
    }

    private static double t(int degreesOfFreedom) {
        TDistribution distribution = TDistribution.of(degreesOfFreedom);
        double tail = (1 - CONFIDENCE) / 2;
        double t = distribution.inverseSurvivalProbability(tail);
        // The library stops within 1e-9; a step of Newton's method squares that.
        t += (distribution.survivalProbability(t) - tail) / distribution.density(t);
        return new BigDecimal(t).round(DIGITS).doubleValue();
    }
}
