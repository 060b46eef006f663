package io.github.psbench.report.time;

import io.github.psbench.report.document.Grid;
import io.github.psbench.report.statistics.Sample;
import io.github.psbench.report.statistics.SeedValue;
import io.github.psbench.report.table.Report;
import io.github.psbench.report.text.Decimals;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in the cells of a table of times. */
final class TimeCells {
    /** Behind a whole wall time. */
    static final String WHOLE = "*";

    /** Below it there are two decimals, from it on one. */
    private static final double LARGE = 10;

    private TimeCells() {}

    /** Mean and standard deviation over seeds, or why there are none. */
    static Grid.Cell of(TimeRow row, Quantity quantity) {
        List<SeedValue> values = row.values(quantity);
        return new Grid.Cell(
                values.isEmpty() ? row.missing(quantity) : text(values),
                Grid.Emphasis.NONE,
                row.isWhole(quantity) ? WHOLE : "",
                row.trials().isEmpty() ? "" : Report.key(row.dataset(), row.name(), quantity.key()));
    }

    /** "0.68 ± 0.01"; of a single seed "0.68". */
    private static String text(List<SeedValue> values) {
        Sample sample = SeedValue.sample(values);
        double mean = sample.mean();
        return sample.standardDeviation().isPresent()
                ? rounded(mean, mean) + " ± "
                        + rounded(sample.standardDeviation().getAsDouble(), mean)
                : rounded(mean, mean);
    }

    /** @param size of what decides how many decimals there are */
    static String rounded(double value, double size) {
        return Decimals.rounded(value, size < LARGE ? 2 : 1);
    }

    /** As the paper prints it: "27". */
    static Grid.Cell published(@Nullable Double minutes) {
        return Grid.Cell.of(
                minutes == null
                        ? "–"
                        : new BigDecimal(Decimals.exact(minutes))
                                .stripTrailingZeros()
                                .toPlainString());
    }
}
