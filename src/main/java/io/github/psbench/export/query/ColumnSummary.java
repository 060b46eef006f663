package io.github.psbench.export.query;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
                new Cell.Words(values(column, there)));
    }

    /** All that there are, if they are few; else the least and the greatest, or how many. */
    private static String values(TrialColumn column, List<Cell> there) {
        TreeSet<Cell> different = new TreeSet<>(Cell::compare);
        different.addAll(there);
        if (different.size() <= MOST_LISTED) {
            String listed = different.stream()
                    .map(cell -> CellText.of(cell, column.measured()))
                    .collect(Collectors.joining(", "));
            if (listed.length() <= LONGEST) {
                return listed;
            }
        }
        return column.type() == ColumnType.TEXT
                ? different.size() + " different"
                : CellText.of(different.first(), column.measured())
                        + " to "
                        + CellText.of(different.last(), column.measured());
    }
}
