package io.github.psbench.report.document;

import io.github.psbench.report.text.PlainText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Markdown as GitHub and GitLab read it. */
public final class Markdown {
    private final StringBuilder text = new StringBuilder();

    private Markdown() {}

    public static String of(Document document) {
        Markdown markdown = new Markdown();
        markdown.paragraph("# " + escape(document.title()));
        document.all().forEach(markdown::block);
        return markdown.text.toString().stripTrailing() + "\n";
    }

    private void block(Document.Block block) {
        if (block instanceof Document.Heading heading) {
            paragraph("## " + escape(heading.text()));
        } else if (block instanceof Document.Paragraph sentences) {
            paragraph(begun(sentences.text()));
        } else if (block instanceof Document.Bullets bullets) {
            bullets(bullets.items());
        } else if (block instanceof Document.Legend legend) {
            text.append("- **Bold**: the best; <u>underlined</u>: the second best. ")
                    .append(escape(legend.rule()))
                    .append("\n\n");
        } else if (block instanceof Grid grid) {
            grid(grid);
        }
    }

    private void grid(Grid grid) {
        if (!grid.caption().isEmpty()) {
            paragraph(begun(grid.caption()));
        }
        line(grid.headings().stream().map(Markdown::escape).toList());
        line(IntStream.range(0, grid.headings().size())
                .mapToObj(column -> column < grid.texts() ? "---" : "---:")
                .toList());
        grid.lines().forEach(cells -> line(cells.stream().map(Markdown::cell).toList()));
        text.append('\n');
    }

    private static String cell(Grid.Cell cell) {
        String plain = escape(cell.text()).strip();
        String emphasised =
                switch (cell.emphasis()) {
                    case BEST -> "**" + plain + "**";
                    case SECOND -> "<u>" + plain + "</u>";
                    case NONE, AGREES, DISAGREES, OPEN -> plain;
                };
        return cell.marks().isEmpty() ? emphasised : emphasised + " " + escape(cell.marks());
    }

    private void paragraph(String markdown) {
        text.append(markdown).append("\n\n");
    }

    private void bullets(List<String> plain) {
        plain.forEach(item -> text.append("- ").append(begun(item)).append('\n'));
        if (!plain.isEmpty()) {
            text.append('\n');
        }
    }

    private void line(List<String> cells) {
        text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** Text that begins a line, where a hyphen, a plus or a number could be taken for the start of a list, and spaces for that of code. */
    private static String begun(String plain) {
        return escape(plain)
                .stripLeading()
                .replaceFirst("^([-+=])", "\\\\$1")
                .replaceFirst("^([0-9]+)([.)])", "$1\\\\$2");
    }

    /** Nothing in the text is markup any more, inside a table's cell or outside. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        PlainText.of(text).chars().forEach(character -> {
            switch (character) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '\\', '`', '*', '_', '[', ']', '|', '~', '#', '$' ->
                    escaped.append('\\').append((char) character);
                default -> escaped.append((char) character);
            }
        });
        return escaped.toString();
    }
}
