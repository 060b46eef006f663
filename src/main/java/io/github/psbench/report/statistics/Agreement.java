package io.github.psbench.report.statistics;

import io.github.psbench.report.text.Decimals;
import java.util.List;

/** The verdict on a measured number against the published one. */
public enum Agreement {
    REPRODUCED("reproduced"),
    WITHIN_NOISE("within noise"),
    NOT_REPRODUCED("not reproduced"),
    CANNOT_TELL("cannot tell"),
    NOT_COMPARABLE("not comparable");

    /** From two seeds, t is 12.7, and nearly everything would be within noise. */
    private static final int FEWEST_SEEDS = 3;

    /** Far below the last digit of any paper; so a number that is off by exactly the tolerance is within it. */
    private static final double ROUNDING = 1e-9;

    private final String word;

    Agreement(String word) {
        this.word = word;
    }

    /** "within noise" */
    public String word() {
        return word;
    }

    /**
     * By where the 95 % interval of the mean lies: inside published ± tolerance, outside, or across its border.
     *
     * @param measured by the protocol of the paper
     * @param tolerance in points, > 0
     */
    public static Agreement of(Sample measured, double published, double tolerance) {
        if (measured.size() < FEWEST_SEEDS) {
            return CANNOT_TELL;
        }
        ConfidenceInterval interval = ConfidenceInterval.of(measured).orElseThrow();
        double lowest = published - tolerance - ROUNDING;
        double highest = published + tolerance + ROUNDING;
        if (interval.low() >= lowest && interval.high() <= highest) {
            return REPRODUCED;
        }
        return interval.high() < lowest || interval.low() > highest ? NOT_REPRODUCED : WITHIN_NOISE;
    }

    /** What the verdicts mean, whole sentences. */
    public static List<String> rule(double tolerance) {
        String points = Decimals.exact(tolerance).replaceFirst("\\.0$", "") + (tolerance == 1 ? " point" : " points");
        return List.of(
                "The verdict goes by the 95 % confidence interval of the mean over n seeds (Student's t, n - 1 degrees of freedom, sample"
                        + " standard deviation with ddof = 1) and a tolerance of " + points
                        + ". reproduced: the interval lies within"
                        + " published ± " + points
                        + "; not reproduced: it lies outside; within noise: it crosses the border; cannot tell:"
                        + " n < " + FEWEST_SEEDS + "; not comparable: the protocol is not the paper's.");
    }
}
