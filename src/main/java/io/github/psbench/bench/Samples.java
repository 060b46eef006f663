package io.github.psbench.bench;

import java.util.List;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * What was measured of one side.
 *
 * @param version what did the work, for people
 * @param seconds of each sample, in their order; at least one
 * @param peakBytes the most memory that was resident in its process until the end; 0 where that is not known
 */
public record Samples(String version, List<Double> seconds, long peakBytes) {
    public Samples {
        seconds = List.copyOf(seconds);
    }

    /** Median, first and third quartile, linear between neighbours. */
    public record Spread(double median, double lower, double upper) {
        private static final Quantile QUANTILE = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

        static Spread of(List<Double> values) {
            double[] numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
            double[] quartiles = QUANTILE.evaluate(numbers, 0.25, 0.5, 0.75);
            return new Spread(quartiles[1], quartiles[0], quartiles[2]);
        }
    }

    public Spread spread() {
        return Spread.of(seconds);
    }
}
