package io.github.psbench.export.query;

import io.github.psbench.base.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Trials that are alike in some columns, a line for those of the same values, with what other columns come to in them.
 *
 * @param lines in the order of the values that they are grouped by
 */
record Groups(List<Answer.Heading> headings, List<List<Cell>> lines) {
    private static final String COUNT = "n";

    /**
     * @param keys by whose values trials are grouped
     * @param pivoted whose values become columns, instead of the count of trials; or null
     * @param numbers that are averaged
     */
    static Groups of(
            TrialTable trials, List<TrialColumn> keys, @Nullable TrialColumn pivoted, List<TrialColumn> numbers) {
        SortedSet<Cell> values = new TreeSet<>(Cell.order(false));
        if (pivoted != null) {
            values.addAll(trials.cells(pivoted));
        }
        List<Answer.Heading> headings =
                new ArrayList<>(keys.stream().map(Answer.Heading::of).toList());
        if (pivoted == null) {
            headings.add(Answer.Heading.ofCount(COUNT));
            numbers.forEach(number -> headings.add(Answer.Heading.ofSummary(number, null)));
        }
        for (Cell value : values) {
            numbers.forEach(number ->
                    headings.add(Answer.Heading.ofSummary(number, new Answer.Pivoted(pivotedName(pivoted), value))));
        }
        List<List<Cell>> lines = new ArrayList<>();
        groups(trials, keys).forEach((group, members) -> {
            List<Cell> line = new ArrayList<>(group);
            if (pivoted == null) {
                line.add(new Cell.Whole(members.size()));
                numbers.forEach(number -> line.add(summary(trials, members, number)));
            }
            for (Cell value : values) {
                List<Integer> some = members.stream()
                        .filter(member -> Cell.order(false).compare(value, pivotedCell(trials, member, pivoted)) == 0)
                        .toList();
                numbers.forEach(number -> line.add(summary(trials, some, number)));
            }
            lines.add(line);
        });
        return new Groups(headings, lines);
    }

    /**
     * The settings, the data set and what scores are over, in which trials of one group or cell differ though a spread is to be one over seeds;
     * what makes scores not to be compared comes first.
     */
    static List<String> mixed(TrialTable trials, List<TrialColumn> keys, @Nullable TrialColumn pivoted) {
        List<TrialColumn> all = new ArrayList<>(keys);
        if (pivoted != null) {
            all.add(pivoted);
        }
        List<List<Integer>> groups = List.copyOf(groups(trials, all).values());
        return trials.columns().stream()
                .filter(column ->
                        column.setting() || column.name().equals("dataset") || ScoreBasis.tells(column.name()))
                .filter(column -> groups.stream()
                        .anyMatch(lines -> lines.stream()
                                        .map(line -> trials.cell(line, column))
                                        .distinct()
                                        .count()
                                > 1))
                .map(TrialColumn::name)
                .sorted(Comparator.comparing(name -> !ScoreBasis.tells(name)))
                .toList();
    }

    private static String pivotedName(@Nullable TrialColumn pivoted) {
        return pivoted == null ? "" : pivoted.name();
    }

    private static Cell pivotedCell(TrialTable trials, int line, @Nullable TrialColumn pivoted) {
        return pivoted == null ? Cell.Nothing.HERE : trials.cell(line, pivoted);
    }

    private static SortedMap<List<Cell>, List<Integer>> groups(TrialTable trials, List<TrialColumn> keys) {
        SortedMap<List<Cell>, List<Integer>> groups = new TreeMap<>((a, b) -> {
            for (int i = 0; i < a.size(); i++) {
                int order = Cell.order(false).compare(a.get(i), b.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        });
        for (int line = 0; line < trials.trials(); line++) {
            int at = line;
            List<Cell> group = keys.stream().map(key -> trials.cell(at, key)).toList();
            groups.computeIfAbsent(group, unseen -> new ArrayList<>()).add(line);
        }
        return groups;
    }

    private static Cell summary(TrialTable trials, List<Integer> lines, TrialColumn number) {
        return Cell.summary(
                lines.stream().map(line -> trials.cell(line, number)).toList());
    }

    /**
     * The lines, sorted; those that are equal in all keys stay as they are.
     *
     * @throws Failure of kind USAGE if a key is none of the columns
     */
    List<List<Cell>> sorted(List<SortKey> keys) {
        List<String> names = headings.stream()
                .filter(heading -> heading.pivoted() == null)
                .map(Answer.Heading::name)
                .toList();
        List<List<Cell>> sorted = new ArrayList<>(lines);
        keys.stream()
                .map(key -> {
                    int column = names.indexOf(key.name());
                    if (column < 0) {
                        throw Failure.usage(
                                "--sort: groups are sorted by one of their columns: %s; got '%s'.",
                                String.join(", ", names), key.name());
                    }
                    return Comparator.comparing((List<Cell> line) -> line.get(column), Cell.order(key.descending()));
                })
                .reduce(Comparator::thenComparing)
                .ifPresent(sorted::sort);
        return sorted;
    }
}
