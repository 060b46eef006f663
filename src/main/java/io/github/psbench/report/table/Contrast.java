package io.github.psbench.report.table;

import io.github.psbench.report.statistics.PairedTest;
import io.github.psbench.report.statistics.Sample;
import io.github.psbench.report.statistics.SeedValue;
import io.github.psbench.report.text.Decimals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two rows on one data set, seed by seed.
 *
 * @param differences of the metric, better minus than, in points; only seeds that are finished in both rows
 * @param test null if it cannot be tested
 * @param obstacle why it cannot be tested; null if it was
 */
record Contrast(
        String dataset,
        String better,
        String than,
        List<SeedValue> differences,
        @Nullable Test test,
        @Nullable String obstacle) {
    /**
     * @param p by itself
     * @param corrected for the number of comparisons
     */
    record Test(double p, double corrected) {}

    Contrast {
        differences = List.copyOf(differences);
    }

    /** "Ours over Baseline". */
    String text() {
        return better + " over " + than;
    }

    Verdict verdict() {
        if (test == null) {
            return Verdict.NOT_TESTED;
        }
        if (test.corrected() > PairedTest.LEVEL) {
            return Verdict.WITHIN_NOISE;
        }
        return sample().mean() > 0 ? Verdict.HOLDS : Verdict.CONTRADICTED;
    }

    /** Only where there are differences. */
    Sample sample() {
        return SeedValue.sample(differences);
    }

    /** "+1.8 ± 0.4", for a single seed "+1.8". */
    String difference() {
        if (differences.isEmpty()) {
            return "–";
        }
        String mean = Decimals.signed(sample().mean());
        return sample().standardDeviation().isPresent()
                ? mean + " ± " + Decimals.rounded(sample().standardDeviation().getAsDouble())
                : mean;
    }
}
