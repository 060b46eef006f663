package io.github.psbench.report.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * Cells in lines and columns, as Markdown and terminals show them; plain text.
 *
 * @param texts how many columns from the left hold words and stand on the left; the others stand on the right
 * @param lines each as long as the headings
 */
public record Grid(int texts, List<String> headings, List<List<String>> lines) {
    public Grid {
        headings = List.copyOf(headings);
        lines = List.copyOf(lines);
        for (List<String> line : lines) {
            if (line.size() != headings.size()) {
                throw new IllegalArgumentException("a line must have " + headings.size() + " cells, got " + line);
            }
        }
    }

    /** The headings, then the lines. */
    public Stream<List<String>> all() {
        return Stream.concat(Stream.of(headings), lines.stream());
    }
}
