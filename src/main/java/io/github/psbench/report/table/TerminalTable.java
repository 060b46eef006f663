package io.github.psbench.report.table;

import io.github.psbench.report.document.Grid;
import io.github.psbench.report.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Aligned text, no colours. Where a row does not fit on a line, its other cells stand below its first. */
final class TerminalTable {
    private static final int NARROWEST = 30;
    private static final int NARROWEST_FIRST = 16;
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
        if (table.overview() != null) {
            terminal.overview(table.overview());
        }
        if (table.claims() != null) {
            terminal.claims(table.claims());
        }
        table.shown().forEach(section -> terminal.section(table, section));
        table.shownNotes().forEach(note -> terminal.paragraph(note.line()));
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

    private void section(Table table, Table.Section section) {
        paragraph(section.dataset());
        grid(table.grid(section));
        section.facts().forEach(this::paragraph);
        List<String> comparisons = table.comparisons(section);
        comparisons.forEach(this::paragraph);
        if (!section.facts().isEmpty() || !comparisons.isEmpty()) {
            text.append('\n');
        }
    }

    private void overview(Overview overview) {
        paragraph("Overview");
        grid(overview.grid());
        overview.facts().forEach(this::paragraph);
        text.append('\n');
    }

    private void claims(Claims claims) {
        paragraph("Claims");
        grid(claims.verdicts());
        claims.cautions().forEach(this::paragraph);
        text.append('\n');
        grid(claims.tests());
        claims.untested().forEach(this::paragraph);
        if (!claims.untested().isEmpty()) {
            text.append('\n');
        }
        if (!claims.published().lines().isEmpty()) {
            paragraph("In the paper's own numbers");
            grid(claims.published());
        }
        claims.rule().forEach(this::paragraph);
        text.append('\n');
    }

    private void grid(Grid grid) {
        List<List<String>> lines = grid.all()
                .map(line -> line.stream().map(PlainText::of).toList())
                .toList();
        List<Integer> widths = new ArrayList<>(IntStream.range(0, lines.get(0).size())
                .map(column -> width(lines, column))
                .boxed()
                .toList());
        int others =
                widths.stream().skip(1).mapToInt(width -> GAP.length() + width).sum();
        int first = Math.min(widths.get(0), columns - others);
        if (first >= Math.min(NARROWEST_FIRST, widths.get(0))) {
            widths.set(0, first);
            lines.forEach(line -> aligned(line, widths, grid.texts()));
        } else {
            lines.stream().skip(1).forEach(line -> stacked(lines.get(0), line));
        }
        text.append('\n');
    }

    /** Of a column whose cells are never broken, but whose heading may be, at spaces. */
    private static int width(List<List<String>> lines, int column) {
        Stream<String> heading = Stream.of(lines.get(0).get(column).split(" "));
        Stream<String> cells = lines.stream().skip(1).map(line -> line.get(column));
        return Stream.concat(heading, cells).mapToInt(PlainText::width).max().orElseThrow();
    }

    /** Long names and headings go on below themselves. */
    private void aligned(List<String> line, List<Integer> widths, int texts) {
        List<List<String>> cells = IntStream.range(0, line.size())
                .mapToObj(column -> PlainText.wrap(line.get(column), widths.get(column)))
                .toList();
        int height = cells.stream().mapToInt(List::size).max().orElseThrow();
        for (int part = 0; part < height; part++) {
            StringBuilder parts = new StringBuilder();
            for (int column = 0; column < cells.size(); column++) {
                String cell =
                        part < cells.get(column).size() ? cells.get(column).get(part) : "";
                parts.append(column == 0 ? "" : GAP).append(padding(cell, widths.get(column), column < texts));
            }
            text.append(parts.toString().stripTrailing()).append('\n');
        }
    }

    /** The first cell, and below it as many others a line as fit. */
    private void stacked(List<String> headings, List<String> line) {
        paragraph(line.get(0));
        String open = "";
        for (int column = 1; column < line.size(); column++) {
            String cell = GAP + headings.get(column) + " " + line.get(column);
            if (PlainText.width(open + cell) > columns) {
                text.append(open).append('\n');
                open = "";
            }
            open += cell;
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
