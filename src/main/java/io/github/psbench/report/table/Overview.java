package io.github.psbench.report.table;

import io.github.psbench.report.document.Grid;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.Published;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows by data sets, one number each, measured and published side by side: what a reader holds against a paper's table.
 *
 * @param facts how to read it, whole sentences
 */
record Overview(Grid grid, List<String> facts) {
    /** Behind a mean over fewer seeds than were asked for. */
    private static final String UNFINISHED = "*";

    Overview {
        facts = List.copyOf(facts);
    }

    /** Null where it would say no more than the only data set's table, or would have a single measured number. */
    static @Nullable Overview of(Experiment experiment, List<Table.Section> sections) {
        boolean single = experiment.rows().size() == 1 && experiment.datasets().size() == 1;
        if (single || sections.size() < 2) {
            return null;
        }
        List<String> headings = new ArrayList<>(List.of("Method"));
        for (Table.Section section : sections) {
            if (isMeasured(section)) {
                headings.add(section.dataset());
            }
            if (isPublished(section, experiment)) {
                headings.add(isMeasured(section) ? "paper" : section.dataset() + " (paper)");
            }
        }
        List<List<Grid.Cell>> lines = names(experiment).stream()
                .map(name -> line(name, experiment, sections))
                .toList();
        List<String> facts = new ArrayList<>(List.of(experiment.metric().heading()
                + " in percent over all queries"
                + (experiment.published() == null ? "." : ", measured and as published (paper).")));
        if (lines.stream().flatMap(List::stream).anyMatch(cell -> cell.marks().endsWith(UNFINISHED))) {
            facts.add("* over fewer seeds than were asked for; the tables below say how many.");
        }
        return new Overview(new Grid("", 1, headings, lines), facts);
    }

    /** The paper's rows in its order, then those that only the experiment has. */
    private static Set<String> names(Experiment experiment) {
        Set<String> names = new LinkedHashSet<>();
        if (experiment.published() != null) {
            experiment.published().rows().stream().map(Published.Row::name).forEach(names::add);
        }
        experiment.rows().forEach(row -> names.add(name(row, experiment)));
        return names;
    }

    /** A measured row stands beside the published row that it reproduces. */
    private static String name(String row, Experiment experiment) {
        String published = Comparison.counterpart(row, experiment);
        return published == null ? row : published;
    }

    private static List<Grid.Cell> line(String name, Experiment experiment, List<Table.Section> sections) {
        List<Grid.Cell> cells = new ArrayList<>(List.of(Grid.Cell.of(name)));
        for (Table.Section section : sections) {
            if (isMeasured(section)) {
                cells.add(cell(
                        section,
                        experiment,
                        row -> row instanceof Row.FromTrials
                                && name(row.name(), experiment).equals(name)));
            }
            if (isPublished(section, experiment)) {
                cells.add(cell(
                        section,
                        experiment,
                        row -> row instanceof Row.FromPaper && row.name().equals(name)));
            }
        }
        return cells;
    }

    private static Grid.Cell cell(Table.Section section, Experiment experiment, Predicate<Row> wanted) {
        for (int row = 0; row < section.rows().size(); row++) {
            if (wanted.test(section.rows().get(row))) {
                Grid.Cell cell = section.cell(row, column(experiment));
                boolean partial = section.rows().get(row) instanceof Row.FromTrials trials
                        && trials.counts().done() > 0
                        && !trials.counts().unfinished().isEmpty();
                return partial
                        ? new Grid.Cell(cell.text(), cell.emphasis(), cell.marks() + UNFINISHED, cell.key())
                        : cell;
            }
        }
        return Grid.Cell.of(new Cell.NotPublished().text());
    }

    private static boolean isMeasured(Table.Section section) {
        return !section.measured().isEmpty();
    }

    private static boolean isPublished(Table.Section section, Experiment experiment) {
        return section.published().stream()
                .anyMatch(row -> row.cell(column(experiment)) instanceof Cell.PublishedNumber);
    }

    private static Column column(Experiment experiment) {
        return new Column(experiment.metric(), Split.ALL);
    }
}
