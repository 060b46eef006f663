package io.github.psbench.report.table;

import io.github.psbench.report.statistics.Sample;
import io.github.psbench.report.statistics.SeedValue;
import io.github.psbench.report.text.Decimals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a table says of one metric in one row. */
sealed interface Cell {
    /** For people, without any markup. */
    String text();

    /** "53.0 ± 1.4"; for a single seed "53.0", because one value has no spread. */
    static String text(Sample sample) {
        String mean = Decimals.rounded(sample.mean());
        return sample.standardDeviation().isPresent()
                ? mean + " ± " + Decimals.rounded(sample.standardDeviation().getAsDouble())
                : mean;
    }

    /**
     * From finished trials.
     *
     * @param values in the order of the experiment's seeds, at least one
     */
    record Measured(List<SeedValue> values) implements Cell {
        public Measured {
            values = List.copyOf(values);
        }

        Sample sample() {
            return SeedValue.sample(values);
        }

        @Override
        public String text() {
            return Cell.text(sample());
        }
    }

    /**
     * As printed in a paper.
     *
     * @param percent the number
     * @param mark of a note under the table; null without
     */
    record PublishedNumber(double percent, @Nullable String mark) implements Cell {
        @Override
        public String text() {
            return mark == null ? Decimals.rounded(percent) : Decimals.rounded(percent) + " [" + mark + "]";
        }
    }

    /** The paper has no such number. */
    record NotPublished() implements Cell {
        @Override
        public String text() {
            return "–";
        }
    }

    /** @param text why there is no value: what became of the trials, or that the data set has no such query */
    record Missing(String text) implements Cell {}
}
