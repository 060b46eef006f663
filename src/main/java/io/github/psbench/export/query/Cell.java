package io.github.psbench.export.query;

import io.github.psbench.report.statistics.Sample;
import io.github.psbench.report.text.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A value of a trial, or of a group of trials. */
sealed interface Cell {
    /** There is no value. */
    enum Nothing implements Cell {
        HERE
    }

    record Words(String text) implements Cell {}

    record Decimal(double value) implements Cell {}

    record Whole(long value) implements Cell {}

    /** A number as somebody wrote it, to compare others with. */
    record Written(BigDecimal value) implements Cell {}

    record Truth(boolean value) implements Cell {}

    record Moment(Instant time) implements Cell {}

    /**
     * What a number is in a group of trials, at least one of which has it.
     *
     * @param trials how many the group has
     */
    record Summary(Sample sample, int trials) implements Cell {}

    /**
     * What there is in a column.
     *
     * @param measured whether people want its numbers rounded
     * @param between what stands between the cells: ", " where these are all, " to " where they are the least and the greatest
     */
    record Values(List<Cell> cells, boolean measured, String between) implements Cell {}

    /** Of trials' values of a column, those that there are. */
    static Cell summary(List<Cell> cells) {
        List<Double> numbers = cells.stream()
                .filter(cell -> cell != Nothing.HERE)
                .map(cell -> cell.decimal().doubleValue())
                .toList();
        return numbers.isEmpty() ? Nothing.HERE : new Summary(new Sample(numbers), cells.size());
    }

    /** By size, in time, or as letters follow each other; false before true. What is missing is not to be compared. */
    static int compare(Cell a, Cell b) {
        if (a instanceof Words first && b instanceof Words second) {
            return first.text().compareTo(second.text());
        }
        if (a instanceof Truth first && b instanceof Truth second) {
            return Boolean.compare(first.value(), second.value());
        }
        if (a instanceof Moment first && b instanceof Moment second) {
            return first.time().compareTo(second.time());
        }
        return a.decimal().compareTo(b.decimal());
    }

    /** The same, or the other way round; what is missing comes last in either. */
    static Comparator<Cell> order(boolean descending) {
        return (a, b) -> {
            if (a == Nothing.HERE || b == Nothing.HERE) {
                return Boolean.compare(a == Nothing.HERE, b == Nothing.HERE);
            }
            return descending ? compare(b, a) : compare(a, b);
        };
    }

    /** A number, or the mean of several. */
    default BigDecimal decimal() {
        if (this instanceof Whole whole) {
            return BigDecimal.valueOf(whole.value());
        }
        if (this instanceof Decimal decimal) {
            return new BigDecimal(Decimals.exact(decimal.value()));
        }
        if (this instanceof Written number) {
            return number.value();
        }
        if (this instanceof Summary summary) {
            return new BigDecimal(Decimals.exact(summary.sample().mean()));
        }
        throw new IllegalStateException("no number: " + this);
    }
}
