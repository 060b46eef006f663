package io.github.psbench.cli;

import io.github.psbench.report.text.PlainText;
import java.util.List;

/** Cells in columns, two spaces apart. */
final class AlignedText {
    private AlignedText() {}

    /**
     * A line of text for each line of cells; ends with a line break.
     *
     * @param lines all with as many cells
     */
    static String of(List<List<String>> lines) {
        List<List<String>> plain = lines.stream()
                .map(line -> line.stream().map(PlainText::of).toList())
                .toList();
        int[] widths = new int[plain.isEmpty() ? 0 : plain.get(0).size()];
        for (List<String> line : plain) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], PlainText.width(line.get(column)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : plain) {
            StringBuilder cells = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                cells.append(line.get(column))
                        .append(" ".repeat(widths[column] - PlainText.width(line.get(column)) + 2));
            }
            text.append(cells.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
