package io.github.psbench.report.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table.
 *
 * @param caption what it shows; empty where the heading above says so
 * @param texts how many columns from the left hold words and stand on the left; the others hold numbers and stand on the right
 * @param headings one for each column
 * @param lines each as long as the headings
 */
public record Grid(String caption, int texts, List<String> headings, List<List<Cell>> lines) implements Document.Block {
    public Grid {
        headings = List.copyOf(headings);
        lines = lines.stream().map(List::copyOf).toList();
        for (List<Cell> line : lines) {
            if (line.size() != headings.size()) {
                throw new IllegalArgumentException("a line must have " + headings.size() + " cells, got " + line);
            }
        }
    }

    /** What a cell stands out by. */
    public enum Emphasis {
        NONE,
        /** The best of those that it is compared with; printed bold. */
        BEST,
        /** The second best; printed underlined. */
        SECOND,
        /** A verdict that agrees with what was published or claimed. Its words say so; only HTML colours it besides. */
        AGREES,
        /** A verdict that disagrees. */
        DISAGREES,
        /** A verdict that leaves it open. */
        OPEN
    }

    /**
     * @param text plain
     * @param emphasis how it stands out
     * @param marks what follows it in small, such as "↑"; may be empty
     * @param key where the cell's runs are to be found by whoever shows them, such as "market1501/Ours/rank1"; empty where it has none
     */
    public record Cell(String text, Emphasis emphasis, String marks, String key) {
        public static Cell of(String text) {
            return new Cell(text, Emphasis.NONE, "", "");
        }

        public static Cell of(String text, Emphasis emphasis) {
            return new Cell(text, emphasis, "", "");
        }
    }

    /** A table of plain text. */
    public static Grid ofTexts(int texts, List<String> headings, List<List<String>> lines) {
        return new Grid(
                "",
                texts,
                headings,
                lines.stream().map(line -> line.stream().map(Cell::of).toList()).toList());
    }

    public Grid withCaption(String other) {
        return new Grid(other, texts, headings, lines);
    }

    /** The text of each cell with its marks, without the headings. */
    public List<List<String>> plain() {
        return lines.stream()
                .map(line ->
                        line.stream().map(cell -> cell.text() + cell.marks()).toList())
                .toList();
    }

    /** The headings, then the lines, as plain text. */
    public Stream<List<String>> all() {
        return Stream.concat(Stream.of(headings), plain().stream());
    }
}
