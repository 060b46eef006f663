package io.github.psbench.report;

import io.github.psbench.eval.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Aligned text, no colours. Where a row does not fit on a line, its scores stand below its name. */
final class TerminalTable {
    private static final int NARROWEST = 30;
    private static final int NARROWEST_METHOD = 16;
    private static final String GAP = "  ";

    private final int columns;
    private final StringBuilder text = new StringBuilder();

    private TerminalTable(int columns) {
        this.columns = columns;
    }

    /** @param columns the terminal's width; less than 30 is taken for 30 */
    static String of(Table table, int columns) {
        TerminalTable terminal = new TerminalTable(Math.max(NARROWEST, columns));
        terminal.paragraph(table.experiment().title());
        terminal.paragraph(table.caption());
        terminal.text.append('\n');
        table.sections().forEach(terminal::section);
        table.notes().forEach(note -> terminal.paragraph(note.line()));
        table.explanations().forEach(terminal::paragraph);
        terminal.text.append('\n');
        terminal.paragraph("Trials: "
                + (table.trials().isEmpty()
                        ? "none"
                        : TrialCounts.of(table.trials()).all()) + ".");
        table.reasons().forEach(terminal::paragraph);
        terminal.paragraph("Digest of inputs: " + table.digest());
        return terminal.text.toString();
    }

    private void section(Table.Section section) {
        paragraph(section.dataset());
        List<List<String>> lines = new ArrayList<>();
        lines.add(Stream.concat(
                        Stream.of("Method", "n"), Arrays.stream(Metric.values()).map(Metric::heading))
                .toList());
        for (Row row : section.rows()) {
            lines.add(Stream.concat(
                            Stream.of(row.label(), row.seeds()),
                            row.cells().values().stream().map(Cell::text))
                    .map(PlainText::of)
                    .toList());
        }
        List<Integer> widths = new ArrayList<>(IntStream.range(0, lines.get(0).size())
                .map(column -> width(lines, column))
                .boxed()
                .toList());
        int scores =
                widths.stream().skip(1).mapToInt(width -> GAP.length() + width).sum();
        int method = Math.min(widths.get(0), columns - scores);
        if (method >= Math.min(NARROWEST_METHOD, widths.get(0))) {
            widths.set(0, method);
            lines.forEach(line -> aligned(line, widths));
        } else {
            lines.stream().skip(1).forEach(line -> stacked(lines.get(0), line));
        }
        text.append('\n');
        section.facts().forEach(this::paragraph);
        section.comparisons().forEach(comparison -> paragraph(comparison.text()));
        if (!section.facts().isEmpty() || !section.comparisons().isEmpty()) {
            text.append('\n');
        }
    }

    /** Of a column whose cells are never broken, but whose heading may be, at spaces. */
    private static int width(List<List<String>> lines, int column) {
        Stream<String> heading = Stream.of(lines.get(0).get(column).split(" "));
        Stream<String> cells = lines.stream().skip(1).map(line -> line.get(column));
        return Stream.concat(heading, cells).mapToInt(PlainText::width).max().orElseThrow();
    }

    /** Long names and headings go on below themselves. */
    private void aligned(List<String> line, List<Integer> widths) {
        List<List<String>> cells = IntStream.range(0, line.size())
                .mapToObj(column -> PlainText.wrap(line.get(column), widths.get(column)))
                .toList();
        int height = cells.stream().mapToInt(List::size).max().orElseThrow();
        for (int part = 0; part < height; part++) {
            StringBuilder parts = new StringBuilder();
            for (int column = 0; column < cells.size(); column++) {
                String cell =
                        part < cells.get(column).size() ? cells.get(column).get(part) : "";
                parts.append(column == 0 ? "" : GAP).append(padding(cell, widths.get(column), column == 0));
            }
            text.append(parts.toString().stripTrailing()).append('\n');
        }
    }

    /** The name, and below it as many scores a line as fit. */
    private void stacked(List<String> headings, List<String> line) {
        paragraph(line.get(0));
        String open = "";
        for (int column = 1; column < line.size(); column++) {
            String score = GAP + headings.get(column) + " " + line.get(column);
            if (PlainText.width(open + score) > columns) {
                text.append(open).append('\n');
                open = "";
            }
            open += score;
        }
        text.append(open).append('\n');
    }

    private static String padding(String plain, int width, boolean left) {
        String spaces = " ".repeat(width - PlainText.width(plain));
        return left ? plain + spaces : spaces + plain;
    }

    private void paragraph(String plain) {
        text.append(PlainText.wrap(PlainText.of(plain), columns).stream().collect(Collectors.joining("\n", "", "\n")));
    }
}
