package io.github.psbench.report.document;

import io.github.psbench.report.text.PlainText;
import java.util.List;

/**
 * HTML: a page that stands alone and asks the network for nothing, or a fragment for a page of somebody else's.
 *
 * <p>The fragment's classes: {@code grid} of the box around a table, which scrolls by itself where it is wider than the page; {@code number} of
 * cells that stand on the right; {@code best}, {@code second}, {@code agrees}, {@code disagrees} and {@code open} of what cells stand out by;
 * {@code mark} of marks; {@code cell} of the buttons that open a cell's runs.
 */
public final class Html {
    private final StringBuilder text = new StringBuilder();
    private final int level;
    private final boolean buttons;
    private String heading = "Table";

    private Html(int level, boolean buttons) {
        this.level = level;
        this.buttons = buttons;
    }

    /** A whole page, with its style in it and no script. */
    public static String page(Document document) {
        Html html = new Html(2, false);
        String title = escape(document.title());
        html.text
                .append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .append("<title>")
                .append(title)
                .append("</title>\n<style>\n")
                .append(HtmlStyle.SHEET)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(title)
                .append("</h1>\n");
        document.all().forEach(html::block);
        return html.text.append("</main>\n</body>\n</html>\n").toString();
    }

    /**
     * The document without its title, to stand inside a page. A cell with a key is a {@code <button type="button" class="cell"
     * data-cell="KEY">}.
     *
     * @param level of its headings, 2 for h2, in 1..6
     */
    public static String body(Document document, int level) {
        Html html = new Html(level, true);
        document.all().forEach(html::block);
        return html.text.toString();
    }

    /** A single table, likewise. */
    public static String body(Grid grid) {
        Html html = new Html(2, true);
        html.grid(grid);
        return html.text.toString();
    }

    private void block(Document.Block block) {
        if (block instanceof Document.Heading heading) {
            this.heading = heading.text();
            line("h" + level, escape(heading.text()));
        } else if (block instanceof Document.Paragraph paragraph) {
            line("p", escape(paragraph.text()));
        } else if (block instanceof Document.Bullets bullets) {
            bullets(bullets.items());
        } else if (block instanceof Document.Legend legend) {
            line(
                    "p",
                    "<strong class=\"best\">Bold</strong>: the best; <u class=\"second\">underlined</u>: the second best. "
                            + escape(legend.rule()));
        } else if (block instanceof Grid grid) {
            grid(grid);
        }
    }

    private void bullets(List<String> items) {
        if (!items.isEmpty()) {
            text.append("<ul>\n");
            items.forEach(item -> line("li", escape(item)));
            text.append("</ul>\n");
        }
    }

    private void line(String element, String html) {
        text.append('<').append(element).append('>').append(html);
        text.append("</").append(element).append(">\n");
    }

    private void grid(Grid grid) {
        // Whoever moves by keyboard can reach the box and scroll in it, and is told what it is.
        text.append("<div class=\"grid\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(escape(grid.caption().isEmpty() ? heading : grid.caption()))
                .append("\">\n<table>\n");
        if (!grid.caption().isEmpty()) {
            line("caption", escape(grid.caption()));
        }
        text.append("<thead>\n<tr>");
        for (int column = 0; column < grid.headings().size(); column++) {
            text.append("<th scope=\"col\"")
                    .append(column < grid.texts() ? ">" : " class=\"number\">")
                    .append(isolated(grid.headings().get(column)))
                    .append("</th>");
        }
        text.append("</tr>\n</thead>\n<tbody>\n");
        grid.lines().forEach(cells -> row(grid, cells));
        text.append("</tbody>\n</table>\n</div>\n");
    }

    private void row(Grid grid, List<Grid.Cell> cells) {
        text.append("<tr>");
        for (int column = 0; column < cells.size(); column++) {
            String start =
                    column == 0 ? "<th scope=\"row\">" : column < grid.texts() ? "<td>" : "<td class=\"number\">";
            text.append(start).append(cell(cells.get(column))).append(column == 0 ? "</th>" : "</td>");
        }
        text.append("</tr>\n");
    }

    private String cell(Grid.Cell cell) {
        String plain = isolated(cell.text());
        String emphasised =
                switch (cell.emphasis()) {
                    case NONE -> plain;
                    case BEST -> "<strong class=\"best\">" + plain + "</strong>";
                    case SECOND -> "<u class=\"second\">" + plain + "</u>";
                    case AGREES -> "<span class=\"agrees\">" + plain + "</span>";
                    case DISAGREES -> "<span class=\"disagrees\">" + plain + "</span>";
                    case OPEN -> "<span class=\"open\">" + plain + "</span>";
                };
        String marked = cell.marks().isEmpty()
                ? emphasised
                : emphasised + "<span class=\"mark\">" + escape(cell.marks()) + "</span>";
        return buttons && !cell.key().isEmpty()
                ? "<button type=\"button\" class=\"cell\" data-cell=\"" + escape(cell.key()) + "\">" + marked
                        + "</button>"
                : marked;
    }

    /** A name that is written from right to left does not turn what stands beside it; of ASCII none is. */
    private static String isolated(String plain) {
        String escaped = escape(plain);
        return escaped.chars().allMatch(character -> character < 0x590) ? escaped : "<bdi>" + escaped + "</bdi>";
    }

    /** Nothing in the text is markup any more, in an element or in an attribute's quotes. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        PlainText.of(text).chars().forEach(character -> {
            switch (character) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append((char) character);
            }
        });
        return escaped.toString();
    }
}
