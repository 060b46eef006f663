package io.github.psbench.report.document;

import io.github.psbench.report.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Aligned text, no colours. Where a table's row does not fit on a line, its other cells stand below its first. The best cell ends in ¹, the
 * second best in ².
 */
public final class Terminal {
    private static final int NARROWEST = 30;
    private static final int NARROWEST_FIRST = 12;
    private static final int WIDEST_GAP = 2;
    private static final String GAP = " ".repeat(WIDEST_GAP);

    /** A cell as it is printed; where numbers stand below each other, so do the ends of what marks them. */
    private record Printed(String body, String end) {
        static Printed of(Grid.Cell cell) {
            String rank =
                    switch (cell.emphasis()) {
                        case BEST -> "¹";
                        case SECOND -> "²";
                        case NONE, AGREES, DISAGREES, OPEN -> "";
                    };
            return new Printed(PlainText.of(cell.text()), rank + PlainText.of(cell.marks()));
        }

        String whole() {
            return body + end;
        }
    }

    private final int columns;
    private final StringBuilder text = new StringBuilder();

    private Terminal(int columns) {
        this.columns = columns;
    }

    /** @param columns the terminal's width; less than 30 is taken for 30 */
    public static String of(Document document, int columns) {
        Terminal terminal = new Terminal(Math.max(NARROWEST, columns));
        terminal.paragraph(document.title());
        Document.Block before = new Document.Paragraph("");
        for (Document.Block block : document.blocks()) {
            // Tables have air around them, and sentences stand together.
            boolean table = block instanceof Grid && !(before instanceof Document.Heading);
            if (block instanceof Document.Heading || table || (before instanceof Grid && isSaid(block))) {
                terminal.text.append('\n');
            }
            terminal.block(block);
            before = isSaid(block) ? block : before;
        }
        return terminal.text.toString();
    }

    private static boolean isSaid(Document.Block block) {
        return !(block instanceof Document.Bullets bullets && bullets.items().isEmpty());
    }

    private void block(Document.Block block) {
        if (block instanceof Document.Heading heading) {
            paragraph(heading.text());
        } else if (block instanceof Document.Paragraph sentences) {
            paragraph(sentences.text());
        } else if (block instanceof Document.Bullets bullets) {
            bullets.items().forEach(this::paragraph);
        } else if (block instanceof Document.Legend legend) {
            paragraph("¹: the best; ²: the second best. " + legend.rule());
        } else if (block instanceof Grid grid) {
            grid(grid);
        }
    }

    private void grid(Grid grid) {
        if (!grid.caption().isEmpty()) {
            paragraph(grid.caption());
        }
        List<String> headings = grid.headings().stream().map(PlainText::of).toList();
        List<List<String>> lines = aligned(grid);
        List<Integer> widths = new ArrayList<>(IntStream.range(0, headings.size())
                .map(column -> width(headings.get(column), lines, column))
                .boxed()
                .toList());
        int others = widths.stream().skip(1).mapToInt(Integer::intValue).sum();
        int widest = columns - others - (widths.size() - 1);
        int narrowest =
                Math.max(Math.min(NARROWEST_FIRST, widths.get(0)), Math.min(longestFirstWord(headings, lines), widest));
        for (int gap = WIDEST_GAP; gap > 0; gap--) {
            int between = gap;
            int first = Math.min(widths.get(0), columns - others - between * (widths.size() - 1));
            if (first >= narrowest) {
                widths.set(0, first);
                Stream.concat(Stream.of(headings), lines.stream())
                        .forEach(line -> aligned(line, widths, between, grid.texts()));
                return;
            }
        }
        grid.lines()
                .forEach(line -> stacked(
                        headings,
                        line.stream().map(cell -> Printed.of(cell).whole()).toList()));
    }

    /** The ends of a column's numbers are made equally wide. */
    private static List<List<String>> aligned(Grid grid) {
        List<List<Printed>> printed = grid.lines().stream()
                .map(line -> line.stream().map(Printed::of).toList())
                .toList();
        int[] ends = IntStream.range(0, grid.headings().size())
                .map(column -> printed.stream()
                        .mapToInt(line -> PlainText.width(line.get(column).end()))
                        .max()
                        .orElse(0))
                .toArray();
        return printed.stream()
                .map(line -> IntStream.range(0, line.size())
                        .mapToObj(column -> column < grid.texts()
                                ? line.get(column).whole()
                                : line.get(column).body()
                                        + padding(line.get(column).end(), ends[column], true))
                        .toList())
                .toList();
    }

    /** Of a column whose cells are never broken, but whose heading may be, at spaces. */
    private static int width(String heading, List<List<String>> lines, int column) {
        Stream<String> cells = lines.stream().map(line -> line.get(column));
        return Stream.concat(Stream.of(heading.split(" ")), cells)
                .mapToInt(PlainText::width)
                .max()
                .orElseThrow();
    }

    /** The width of the first column below which a word of its would be broken. */
    private static int longestFirstWord(List<String> headings, List<List<String>> lines) {
        return Stream.concat(Stream.of(headings), lines.stream())
                .flatMap(line -> Stream.of(line.get(0).split(" ")))
                .mapToInt(PlainText::width)
                .max()
                .orElseThrow();
    }

    /** Long names and headings go on below themselves, and words only where they are longer than the column may ever be. */
    private void aligned(List<String> line, List<Integer> widths, int gap, int texts) {
        List<List<String>> cells = IntStream.range(0, line.size())
                .mapToObj(column -> PlainText.wrap(line.get(column), widths.get(column)))
                .toList();
        int height = cells.stream().mapToInt(List::size).max().orElseThrow();
        for (int part = 0; part < height; part++) {
            StringBuilder parts = new StringBuilder();
            for (int column = 0; column < cells.size(); column++) {
                String cell =
                        part < cells.get(column).size() ? cells.get(column).get(part) : "";
                parts.append(column == 0 ? "" : " ".repeat(gap))
                        .append(padding(cell, widths.get(column), column < texts));
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
                if (!open.isEmpty()) {
                    text.append(open).append('\n');
                }
                open = "";
                if (PlainText.width(cell) > columns) {
                    paragraph(cell);
                    continue;
                }
            }
            open += cell;
        }
        if (!open.isEmpty()) {
            text.append(open).append('\n');
        }
    }

    private static String padding(String plain, int width, boolean left) {
        String spaces = " ".repeat(width - PlainText.width(plain));
        return left ? plain + spaces : spaces + plain;
    }

    private void paragraph(String plain) {
        text.append(PlainText.wrap(PlainText.of(plain), columns).stream().collect(Collectors.joining("\n", "", "\n")));
    }
}
