package io.github.psbench.export.query;

import io.github.psbench.report.text.Decimals;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cells as text. */
final class CellText {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{40,64}");
    private static final int SHORT = 12;

    private CellText() {}

    /**
     * For people: "-" where there is nothing, and of a digest its beginning.
     *
     * @param rounded to one decimal; else numbers have all of theirs
     */
    static String of(Cell cell, boolean rounded) {
        if (cell == Cell.Nothing.HERE) {
            return "-";
        }
        if (cell instanceof Cell.Words words && DIGEST.matcher(words.text()).matches()) {
            return words.text().substring(0, SHORT);
        }
        if (cell instanceof Cell.Decimal decimal) {
            return number(decimal.value(), rounded);
        }
        if (cell instanceof Cell.Values values) {
            return values.cells().stream()
                    .map(value -> of(value, values.measured()))
                    .collect(Collectors.joining(values.between()));
        }
        if (cell instanceof Cell.Summary summary) {
            String mean = number(summary.sample().mean(), rounded);
            String text = summary.sample().standardDeviation().isPresent()
                    ? mean + " ± " + number(summary.sample().standardDeviation().getAsDouble(), rounded)
                    : mean;
            return summary.sample().size() == summary.trials()
                    ? text
                    : text + " (n = " + summary.sample().size() + ")";
        }
        return exact(cell);
    }

    private static String number(double value, boolean rounded) {
        if (rounded) {
            return Decimals.rounded(value);
        }
        String exact = Decimals.exact(value);
        return exact.endsWith(".0") ? exact.substring(0, exact.length() - 2) : exact;
    }

    /** For programs: unrounded, and nothing where there is nothing. Not for summaries, which are several numbers. */
    static String exact(Cell cell) {
        if (cell instanceof Cell.Words words) {
            return words.text();
        }
        if (cell instanceof Cell.Decimal decimal) {
            return Decimals.exact(decimal.value());
        }
        if (cell instanceof Cell.Whole whole) {
            return String.valueOf(whole.value());
        }
        if (cell instanceof Cell.Truth truth) {
            return String.valueOf(truth.value());
        }
        if (cell instanceof Cell.Values values) {
            return values.cells().stream().map(CellText::exact).collect(Collectors.joining(values.between()));
        }
        return cell instanceof Cell.Moment moment ? moment.time().toString() : "";
    }
}
