package io.github.psbench.export.query;

import io.github.psbench.base.Failure;
import io.github.psbench.export.query.Condition.Operator;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.settings.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Row;
import tech.tablesaw.selection.Selection;

/**
 * A question to the trials of a store.
 *
 * @param condition that trials are to meet; null for all trials
 * @param show columns; empty for the usual ones. With groups, the columns of numbers that are averaged
 * @param by columns whose values make groups of trials; empty for a line a trial
 * @param pivot the column whose values become columns, with groups; or null
 * @param sort columns to sort by, with a minus before the name for the greatest first; empty for the order of the store, or of the groups' values
 * @param limit how many lines there are to be at most
 */
public record Query(
        @Nullable String condition,
        List<String> show,
        List<String> by,
        @Nullable String pivot,
        List<String> sort,
        int limit) {
    private static final int MOST_NAMED = 5;
    private static final String STATE = "state";
    private static final List<String> USUAL = List.of("id", "experiment", "row", "dataset", "seed", "rank1", "map");
    private static final List<String> USUAL_NUMBERS = List.of("rank1", "map");

    public Query {
        show = List.copyOf(show);
        by = List.copyOf(by);
        sort = List.copyOf(sort);
        if (limit < 1) {
            throw Failure.usage("--limit must be at least 1, got %d.", limit);
        }
        if (pivot != null && by.isEmpty()) {
            throw Failure.usage("--pivot needs --by, which says what the lines are: --by row --pivot %s.", pivot);
        }
    }

    /** @throws Failure of kind USAGE that names what is wrong with it */
    public Answer over(TrialTable trials) {
        List<String> hints = new ArrayList<>();
        TrialTable chosen = chosen(trials, hints);
        String basis = ScoreBasis.hint(chosen, condition);
        if (basis != null
                && Stream.concat(by.stream(), Stream.ofNullable(pivot)).noneMatch(ScoreBasis::tells)) {
            hints.add(basis);
        }
        if (!by.isEmpty()) {
            return groups(chosen, trials.trials(), hints);
        }
        List<TrialColumn> columns = show.isEmpty() ? usual(chosen) : named("--show", show, trials);
        TrialTable sorted = sort.isEmpty() ? chosen : sorted(chosen);
        List<List<Cell>> lines = new ArrayList<>();
        for (int line = 0; line < Math.min(limit, sorted.trials()); line++) {
            int at = line;
            lines.add(columns.stream().map(column -> sorted.cell(at, column)).toList());
        }
        return new Answer(
                Answer.Kind.TRIALS,
                columns.stream().map(Answer.Heading::of).toList(),
                lines,
                chosen.trials(),
                trials.trials(),
                chosen.trials(),
                hints);
    }

    /** What columns there are in the trials that meet the condition, with what is in them. */
    public Answer columns(TrialTable trials) {
        List<String> hints = new ArrayList<>();
        TrialTable chosen = chosen(trials, hints);
        List<List<Cell>> lines = chosen.columns().stream()
                .map(column -> ColumnSummary.of(column, chosen.cells(column)))
                .toList();
        return new Answer(
                Answer.Kind.COLUMNS,
                ColumnSummary.HEADINGS,
                lines.subList(0, Math.min(limit, lines.size())),
                chosen.trials(),
                trials.trials(),
                lines.size(),
                hints);
    }

    private TrialTable chosen(TrialTable trials, List<String> hints) {
        if (condition == null) {
            return trials;
        }
        ConditionText source = new ConditionText(condition);
        Condition read = ConditionReader.read(source);
        Matching matching = new Matching(source, trials);
        Selection lines = matching.lines(read);
        for (Condition.Comparison comparison : read.comparisons()) {
            if (comparison.operator() == Operator.EQUAL
                    && matching.lines(comparison).isEmpty()) {
                hints.add(hint(comparison, trials));
            }
        }
        return trials.where(lines);
    }

    /** "table2" and "Table2", 55.7 and what was rounded to it: near misses that find nothing. */
    private static String hint(Condition.Comparison comparison, TrialTable trials) {
        TrialColumn column =
                Objects.requireNonNull(trials.column(comparison.column().text()));
        return "No trial has %s = %s%s"
                .formatted(
                        PlainText.of(column.name()),
                        PlainText.of(comparison.value().text()),
                        remedy(column, comparison.value().text(), trials));
    }

    private static String remedy(TrialColumn column, String written, TrialTable trials) {
        if (column.name().equals(STATE)) {
            return "; unfinished trials are asked with --all.";
        }
        if (column.measured() && column.type() == ColumnType.NUMBER) {
            return "; what was measured is compared unrounded, so ask for what lies between two numbers.";
        }
        Set<String> values = new LinkedHashSet<>();
        trials.cells(column).forEach(cell -> values.add(CellText.exact(cell)));
        String meant = column.type() == ColumnType.TEXT ? Suggestion.nearest(written, values) : null;
        return meant == null ? "." : "; did you mean '" + PlainText.of(meant) + "'?";
    }

    private List<TrialColumn> usual(TrialTable chosen) {
        Set<String> names = new LinkedHashSet<>(USUAL);
        TrialColumn state = chosen.required(STATE);
        if (chosen.cells(state).stream().anyMatch(cell -> !cell.equals(new Cell.Words("done")))) {
            names.add(STATE);
        }
        if (condition != null) {
            names.addAll(ConditionReader.read(new ConditionText(condition)).columns());
        }
        return names.stream()
                .map(chosen::column)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static List<TrialColumn> named(String option, List<String> names, TrialTable trials) {
        return names.stream().map(name -> named(option, name, trials)).toList();
    }

    private static TrialColumn named(String option, String name, TrialTable trials) {
        TrialColumn column = trials.column(name);
        if (column != null) {
            return column;
        }
        if (trials.groups().contains(name)) {
            throw Failure.usage(
                    "%s needs columns; '%s' stands for the settings below it: %s.",
                    option, PlainText.of(name), String.join(", ", trials.within(name)));
        }
        throw Failure.usage("%s: %s.", option, Names.unknown(name, trials.names()));
    }

    private TrialTable sorted(TrialTable chosen) {
        Comparator<Row> order = sort.stream()
                .map(SortKey::of)
                .map(key -> {
                    TrialColumn column = named("--sort", key.name(), chosen);
                    return Comparator.comparing(
                            (Row row) -> chosen.cell(row.getRowNumber(), column), Cell.order(key.descending()));
                })
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        return new TrialTable(chosen.table().sortOn(order), chosen.columns(), chosen.groups());
    }

    private Answer groups(TrialTable chosen, int all, List<String> hints) {
        List<TrialColumn> keys = named("--by", by, chosen);
        List<TrialColumn> numbers = named("--show", show.isEmpty() ? USUAL_NUMBERS : show, chosen);
        for (TrialColumn column : numbers) {
            if (!column.type().isNumeric()) {
                throw Failure.usage(
                        "With --by, --show names numbers to be averaged; %s holds %s. Group by it, or leave it out.",
                        PlainText.of(column.name()), column.type().inWords());
            }
        }
        TrialColumn pivoted = pivot == null ? null : named("--pivot", pivot, chosen);
        List<TrialColumn> twice = new ArrayList<>(keys);
        twice.addAll(numbers);
        if (pivoted != null) {
            twice.add(pivoted);
        }
        for (TrialColumn column : twice) {
            if (twice.indexOf(column) != twice.lastIndexOf(column)) {
                throw Failure.usage(
                        "A column stands once in --by, --pivot and --show together, got '%s' twice.",
                        PlainText.of(column.name()));
            }
        }
        List<String> mixed = Groups.mixed(chosen, keys, pivoted);
        if (!mixed.isEmpty()) {
            hints.add(
                    "Trials of one group differ in more than their seed: %s%s. Add to --by, or to the condition, what is to be told apart."
                            .formatted(
                                    PlainText.of(
                                            mixed.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))),
                                    mixed.size() > MOST_NAMED ? " and " + (mixed.size() - MOST_NAMED) + " more" : ""));
        }
        Groups groups = Groups.of(chosen, keys, pivoted, numbers);
        List<List<Cell>> lines = groups.sorted(sort.stream().map(SortKey::of).toList());
        return new Answer(
                Answer.Kind.GROUPS,
                groups.headings(),
                lines.subList(0, Math.min(limit, lines.size())),
                chosen.trials(),
                all,
                lines.size(),
                hints);
    }
}
