package io.github.psbench.export.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a query comes to: a table.
 *
 * @param kind what its lines are
 * @param lines each as long as the headings
 * @param chosen how many trials meet the condition
 * @param asked of how many
 * @param found how many lines there are, of which those at hand are the first
 * @param hints sentences on what may not be as it was meant
 */
public record Answer(
        Kind kind,
        List<Heading> headings,
        List<List<Cell>> lines,
        int chosen,
        int asked,
        int found,
        List<String> hints) {
    /** What a line is. */
    enum Kind {
        TRIALS,
        GROUPS,
        COLUMNS
    }

    /** A value of the column that was made into columns. */
    record Pivoted(String column, Cell value) {}

    /**
     * @param name of what is below
     * @param measured whether people want its numbers rounded
     * @param summary whether its cells are summaries, where they are not empty
     * @param pivoted whose trials alone are below; or null
     */
    record Heading(
            String name,
            boolean measured,
            boolean summary,
            @Nullable Pivoted pivoted) {
        static Heading of(TrialColumn column) {
            return new Heading(column.name(), column.measured(), false, null);
        }

        static Heading ofSummary(TrialColumn column, @Nullable Pivoted pivoted) {
            return new Heading(column.name(), column.measured(), true, pivoted);
        }

        static Heading ofCount(String name) {
            return new Heading(name, false, false, null);
        }
    }

    public Answer {
        headings = List.copyOf(headings);
        lines = List.copyOf(lines);
        hints = List.copyOf(hints);
    }

    /** Whether there is a trial that meets the condition. */
    public boolean isEmpty() {
        return chosen == 0;
    }

    /** The headings, then the lines, rounded for people. */
    public List<List<String>> text() {
        List<List<String>> text = new ArrayList<>();
        boolean one = headings.stream()
                        .filter(heading -> heading.pivoted() != null)
                        .map(Heading::name)
                        .distinct()
                        .count()
                == 1;
        text.add(headings.stream().map(heading -> title(heading, one)).toList());
        boolean alike = commonSize() > 0;
        for (List<Cell> line : lines) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < line.size(); i++) {
                cells.add(CellText.of(
                        counted(line.get(i), headings.get(i), alike),
                        headings.get(i).measured()));
            }
            text.add(cells);
        }
        return text;
    }

    private static String title(Heading heading, boolean one) {
        if (heading.pivoted() == null) {
            return heading.name();
        }
        String value = CellText.of(heading.pivoted().value(), false);
        return one ? value : value + " " + heading.name();
    }

    /** In a pivot no column says how many trials there are: the cells do, unless all have as many. */
    private static Cell counted(Cell cell, Heading heading, boolean alike) {
        return heading.pivoted() != null && cell instanceof Cell.Summary summary
                ? new Cell.Summary(summary.sample(), alike ? summary.sample().size() : 0)
                : cell;
    }

    /** How many values each summary of a pivot has; 0 if they differ, or if there are none. */
    private int commonSize() {
        List<Integer> sizes = lines.stream()
                .flatMap(line -> Stream.iterate(0, i -> i < line.size(), i -> i + 1)
                        .filter(i -> headings.get(i).pivoted() != null && line.get(i) instanceof Cell.Summary)
                        .map(i -> ((Cell.Summary) line.get(i)).sample().size()))
                .distinct()
                .toList();
        return sizes.size() == 1 ? sizes.get(0) : 0;
    }

    /**
     * A line to stand below the text: how many trials it is about, and what the numbers are.
     *
     * @param trials what they are called, as of several: "finished trials"
     */
    public String footer(String trials) {
        String of = asked == 1 ? trials.replaceFirst("s$", "") : trials;
        StringBuilder footer = new StringBuilder(
                chosen == asked ? "%,d %s".formatted(asked, of) : "%,d of %,d %s".formatted(chosen, asked, of));
        if (kind == Kind.GROUPS) {
            footer.append(" in %,d group%s".formatted(found, found == 1 ? "" : "s"));
        }
        if (lines.size() < found) {
            footer.append(", of which the first %,d are shown".formatted(lines.size()));
        }
        if (kind == Kind.GROUPS) {
            footer.append(
                    switch (commonSize()) {
                        case 0 -> "; mean ± sample standard deviation, which a single trial does not have";
                        case 1 -> "; a single trial in each cell";
                        default -> "; mean ± sample standard deviation, n = %d in each cell".formatted(commonSize());
                    });
        }
        return footer.toString();
    }

    /** RFC 4180 with line feeds, unrounded. */
    public String csv() {
        return AnswerCsv.of(this);
    }

    /** One document, unrounded. */
    public String json() {
        return AnswerJson.of(this);
    }
}
