package io.github.psbench.export.query;

import java.util.List;
import java.util.TreeSet;

/** What is in a column, in a line. */
final class ColumnSummary {
    static final List<Answer.Heading> HEADINGS = List.of(
            Answer.Heading.ofCount("column"),
            Answer.Heading.ofCount("type"),
            Answer.Heading.ofCount("trials"),
            Answer.Heading.ofCount("values"));

    private static final int MOST_LISTED = 4;
    private static final int LONGEST = 60;

    private ColumnSummary() {}

    static List<Cell> of(TrialColumn column, List<Cell> cells) {
        List<Cell> there =
                cells.stream().filter(cell -> cell != Cell.Nothing.HERE).toList();
        return List.of(
                new Cell.Words(column.name()),
                new Cell.Words(column.type().inWords()),
                new Cell.Whole(there.size()),
                values(column, there));
    }

    /** All that there are, if they are few; else the least and the greatest, or how many. */
    private static Cell values(TrialColumn column, List<Cell> there) {
        TreeSet<Cell> different = new TreeSet<>(Cell::compare);
        different.addAll(there);
        Cell all = new Cell.Values(List.copyOf(different), column.measured(), ", ");
        if (different.size() <= MOST_LISTED && CellText.of(all, false).length() <= LONGEST) {
            return all;
        }
        return column.type() == ColumnType.TEXT
                ? new Cell.Words(different.size() + " different")
                : new Cell.Values(List.of(different.first(), different.last()), column.measured(), " to ");
    }
}
