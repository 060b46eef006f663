package io.github.psbench.report.statistics;

import java.util.List;
import java.util.OptionalDouble;

/** Values of one quantity, one a seed; at least one. */
public record Sample(List<Double> values) {
    public Sample {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a sample has at least one value, got none");
        }
    }

    public int size() {
        return values.size();
    }

    public double mean() {
        // Relative to the first value, so that the mean of equal values is exactly that value.
        double first = values.get(0);
        double sum = 0;
        for (double value : values) {
            sum += value - first;
        }
        return first + sum / size();
    }

    /** The sample standard deviation, which divides by n - 1 (ddof = 1); empty for n = 1, where there is none. */
    public OptionalDouble standardDeviation() {
        if (size() == 1) {
            return OptionalDouble.empty();
        }
        double mean = mean();
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return OptionalDouble.of(StrictMath.sqrt(sum / (size() - 1)));
    }
}
