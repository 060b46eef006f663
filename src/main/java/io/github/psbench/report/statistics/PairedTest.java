package io.github.psbench.report.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;
import org.apache.commons.statistics.inference.TTest;

/**
 * Whether two rows differ by more than their seeds do, two-sided, on the differences seed by seed.
 *
 * <p>For 10 to 20 seeds this is the exact permutation test: if the rows were alike, each difference could as well have the other sign, so p is
 * the share of all 2^n choices of signs whose mean is at least as far from 0. It assumes nothing about how scores are distributed. But no p of
 * it is below 2^(1-n): 0.25 for three seeds, 0.0625 for five, 0.002 for ten. Fewer than 10 seeds could therefore tell nothing apart once p is
 * corrected for a table's number of comparisons, and the paired t-test is taken, which assumes normally distributed differences. It is taken
 * for more than 20 seeds too, where the two hardly differ and all signs become too many.
 */
public final class PairedTest {
    /** The p at or below which a difference is significant. */
    public static final double LEVEL = 0.05;

    /** How rows are tested, a few sentences. */
    public static final String RULE =
            "The test is two-sided and paired by seed: the paired t-test for fewer than 10 and more than 20 seeds, the exact permutation"
                    + " test over all 2^n signs of the differences for 10 to 20. (No p of the exact test is below 2^(1-n), 0.25 for three seeds"
                    + " and 0.0625 for five, so with few seeds it could find nothing significant after correction.) Where all differences are"
                    + " equal, a t-test has nothing to go by: p is then that of the sign test, 2^(1-n), or 1 if all are 0.";

    private static final int FEWEST_PERMUTED = 10;
    private static final int MOST_PERMUTED = 20;

    /** Far below the step of any score, far above what rounding does to equal differences. */
    private static final double EQUAL = 1e-9;

    /** As many as no machine's arithmetic changes. */
    private static final MathContext DIGITS = new MathContext(10);

    private PairedTest() {}

    /**
     * The chance of a mean difference at least as large in either direction if the rows were alike.
     *
     * <p>Where all differences are equal, they have no spread, and the t-test no scale to measure their mean by. Then this is the p of the
     * two-sided sign test, 2 to the power of 1 - n, or 1 if the differences are all 0. So two seeds that happen to differ by the same
     * number of queries are no proof.
     *
     * @param differences one for each seed, at least two
     * @return in [0, 1], rounded to ten digits
     */
    public static double p(Sample differences) {
        List<Double> values = differences.values();
        if (values.size() < 2) {
            throw new IllegalArgumentException("a test needs at least two differences, got " + values.size());
        }
        if (Collections.max(values) - Collections.min(values) < EQUAL) {
            return Math.abs(differences.mean()) < EQUAL ? 1 : Math.scalb(1.0, 1 - values.size());
        }
        double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
        boolean permuted = values.size() >= FEWEST_PERMUTED && values.size() <= MOST_PERMUTED;
        double p = permuted ? permuted(array) : TTest.withDefaults().test(array).getPValue();
        return new BigDecimal(p).round(DIGITS).doubleValue();
    }

    /** Halves the differences and adds each sum of the one half to each of the other, so that rounding stays that of a few additions. */
    private static double permuted(double[] differences) {
        double[] left = signedSums(differences, 0, differences.length / 2);
        double[] right = signedSums(differences, differences.length / 2, differences.length);
        double observed = 0;
        for (double difference : differences) {
            observed += difference;
        }
        double least = Math.abs(observed) - EQUAL;
        long asFar = 0;
        for (double one : left) {
            for (double other : right) {
                if (Math.abs(one + other) >= least) {
                    asFar++;
                }
            }
        }
        return Math.scalb((double) asFar, -differences.length);
    }

    /** Of the differences from..to-1 with all 2^(to - from) choices of signs. */
    private static double[] signedSums(double[] differences, int from, int to) {
        double[] sums = new double[1 << (to - from)];
        for (int signs = 0; signs < sums.length; signs++) {
            for (int i = from; i < to; i++) {
                sums[signs] += (signs >> (i - from) & 1) == 0 ? differences[i] : -differences[i];
            }
        }
        return sums;
    }
}
