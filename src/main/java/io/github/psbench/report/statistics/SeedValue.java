package io.github.psbench.report.statistics;

import java.util.ArrayList;
import java.util.List;

/** A trial's value, such as a score in percent. */
public record SeedValue(long seed, double value) {
    /** Pairs by seed, value minus subtrahend: only seeds that both have, in the order of the values. */
    public static List<SeedValue> differences(List<SeedValue> values, List<SeedValue> subtrahends) {
        List<SeedValue> differences = new ArrayList<>();
        for (SeedValue value : values) {
            subtrahends.stream()
                    .filter(other -> other.seed() == value.seed())
                    .map(other -> new SeedValue(value.seed(), value.value() - other.value()))
                    .forEach(differences::add);
        }
        return List.copyOf(differences);
    }

    /** Without the seeds. */
    public static Sample sample(List<SeedValue> values) {
        return new Sample(values.stream().map(SeedValue::value).toList());
    }
}
