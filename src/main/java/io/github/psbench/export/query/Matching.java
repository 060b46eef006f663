package io.github.psbench.export.query;

import io.github.psbench.base.Failure;
import io.github.psbench.export.query.Condition.Operator;
import io.github.psbench.report.text.PlainText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.selection.Selection;

/** Which lines of a table a condition holds for. */
final class Matching {
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");

    private final ConditionText source;
    private final TrialTable trials;

    Matching(ConditionText source, TrialTable trials) {
        this.source = source;
        this.trials = trials;
    }

    /** @throws Failure of kind USAGE that shows the place, if there is no such column, or a value is not like those of its column */
    Selection lines(Condition condition) {
        if (condition instanceof Condition.All all) {
            Selection lines = everything();
            all.conditions().forEach(each -> lines.and(lines(each)));
            return lines;
        }
        if (condition instanceof Condition.Any any) {
            Selection lines = Selection.with();
            any.conditions().forEach(each -> lines.or(lines(each)));
            return lines;
        }
        if (condition instanceof Condition.Not not) {
            return everything().andNot(lines(not.condition()));
        }
        if (condition instanceof Condition.Presence presence) {
            Selection there = there(presence.column());
            return presence.missing() ? everything().andNot(there) : there;
        }
        return compared((Condition.Comparison) condition);
    }

    private Selection everything() {
        return Selection.withRange(0, trials.trials());
    }

    private Selection there(Token name) {
        TrialColumn column = trials.column(name.text());
        if (column != null) {
            Selection there = trials.values(column).isNotMissing();
            return column.setting() && trials.values(column) instanceof StringColumn text
                    ? there.andNot(text.isEqualTo(TrialTable.NONE))
                    : there;
        }
        if (trials.groups().contains(name.text())) {
            Selection there = Selection.with();
            trials.below(name.text())
                    .forEach(below -> there.or(trials.values(below).isNotMissing()));
            return there;
        }
        throw unknown(name);
    }

    private Selection compared(Condition.Comparison comparison) {
        TrialColumn column = trials.column(comparison.column().text());
        if (column == null) {
            throw trials.groups().contains(comparison.column().text())
                    ? group(comparison.column())
                    : unknown(comparison.column());
        }
        requireFit(column, comparison);
        Predicate<Cell> test = test(column, comparison);
        Selection lines = Selection.with();
        for (int line = 0; line < trials.trials(); line++) {
            Cell cell = trials.cell(line, column);
            if (cell != Cell.Nothing.HERE && test.test(cell)) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** Of a value that is there, and of its column's type. */
    private Predicate<Cell> test(TrialColumn column, Condition.Comparison comparison) {
        Operator operator = comparison.operator();
        String written = comparison.value().text();
        if (operator == Operator.CONTAINS) {
            String small = written.toLowerCase(Locale.ROOT);
            return cell -> CellText.exact(cell).toLowerCase(Locale.ROOT).contains(small);
        }
        Cell value =
                switch (column.type()) {
                    case TEXT -> new Cell.Words(written);
                    case TRUTH -> new Cell.Truth(Boolean.parseBoolean(written));
                    case TIME -> new Cell.Moment(time(comparison.value()));
                    case NUMBER, WHOLE -> new Cell.Written(new BigDecimal(written));
                };
        return cell -> operator.holds(Cell.compare(cell, value));
    }

    /** Whether the column's values can be compared so, and with such a value. */
    private void requireFit(TrialColumn column, Condition.Comparison comparison) {
        Token value = comparison.value();
        List<Operator> allowed =
                switch (column.type()) {
                    case TEXT -> List.of(Operator.EQUAL, Operator.UNEQUAL, Operator.CONTAINS);
                    case TRUTH -> List.of(Operator.EQUAL, Operator.UNEQUAL);
                    case TIME -> List.of(Operator.LESS, Operator.AT_MOST, Operator.GREATER, Operator.AT_LEAST);
                    case NUMBER, WHOLE ->
                        List.of(
                                Operator.EQUAL,
                                Operator.UNEQUAL,
                                Operator.LESS,
                                Operator.AT_MOST,
                                Operator.GREATER,
                                Operator.AT_LEAST);
                };
        if (!allowed.contains(comparison.operator())) {
            throw source.mistake(
                    comparison.column().position(),
                    "%s holds %s and is compared with %s, not with %s"
                            .formatted(
                                    PlainText.of(column.name()),
                                    holds(column.type()),
                                    allowed.stream().map(Operator::sign).collect(Collectors.joining(" or ")),
                                    comparison.operator().sign()));
        }
        boolean fits =
                switch (column.type()) {
                    case TEXT, TIME -> true; // a time is read where it is used
                    case TRUTH -> value.text().equals("true") || value.text().equals("false");
                    case NUMBER, WHOLE -> NUMBER.matcher(value.text()).matches();
                };
        if (!fits) {
            throw source.mistake(
                    value.position(),
                    "%s holds %s, got %s%s"
                            .formatted(
                                    PlainText.of(column.name()),
                                    holds(column.type()),
                                    value.inWords(),
                                    value.text().equals(TrialTable.NONE)
                                            ? "; trials without a value are found by '" + column.name() + " is missing'"
                                            : trials.column(value.text()) != null
                                                    ? "; a column is compared with a value, not with another column"
                                                    : ""));
        }
    }

    private static String holds(ColumnType type) {
        return switch (type) {
            case TEXT -> "text";
            case NUMBER, WHOLE -> "numbers";
            case TRUTH -> "true or false";
            case TIME -> "times";
        };
    }

    private Instant time(Token value) {
        try {
            return value.text().length() == "2026-11-25".length()
                    ? LocalDate.parse(value.text()).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.from(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(value.text()));
        } catch (DateTimeException e) {
            throw source.mistake(
                    value.position(),
                    "expected a day such as 2026-11-25, or a moment such as 2026-11-25T18:30:00Z, got %s"
                            .formatted(value.inWords()));
        }
    }

    private Failure unknown(Token name) {
        return source.mistake(name.position(), Names.unknown(name.text(), trials.names()));
    }

    private Failure group(Token name) {
        return source.mistake(
                name.position(),
                "'%s' stands for the settings below it; compare one of these, or ask whether it is missing: %s"
                        .formatted(name.text(), String.join(", ", trials.within(name.text()))));
    }
}
