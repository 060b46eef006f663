package io.github.psbench.report.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;
import org.apache.commons.statistics.inference.TTest;

/** Whether two rows differ by more than their seeds do: the paired t-test, two-sided. */
public final class PairedTest {
    /** The p at or below which a difference is significant. */
    public static final double LEVEL = 0.05;

    /** Far below the step of any score, far above what rounding does to equal differences. */
    private static final double EQUAL = 1e-9;

    private static final MathContext DIGITS = new MathContext(6);

    private PairedTest() {}

    /**
     * The chance of a mean difference at least as large in either direction if the rows were alike.
     *
     * <p>Where all differences are equal, they have no spread, and the t-test no scale to measure their mean by. Then this is the p of the
     * two-sided sign test, 2 to the power of 1 - n, or 1 if the differences are all 0. So two seeds that happen to differ by the same
     * number of queries are no proof.
     *
     * @param differences one for each seed, at least two
     * @return in [0, 1], rounded to six digits, the last of which no machine's arithmetic changes
     */
    public static double p(Sample differences) {
        List<Double> values = differences.values();
        if (values.size() < 2) {
            throw new IllegalArgumentException("a test needs at least two differences, got " + values.size());
        }
        if (Collections.max(values) - Collections.min(values) < EQUAL) {
            return Math.abs(differences.mean()) < EQUAL ? 1 : Math.scalb(1.0, 1 - values.size());
        }
        double p = TTest.withDefaults()
                .test(values.stream().mapToDouble(Double::doubleValue).toArray())
                .getPValue();
        return new BigDecimal(p).round(DIGITS).doubleValue();
    }
}
