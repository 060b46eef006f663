package io.github.psbench.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void textIsNeverMarkup() {
        String page = Html.page(HostileDocument.document());
        assertThat(Pattern.compile("</?([a-z0-9]+)").matcher(page).results().map(tag -> tag.group(1)))
                .containsOnly(
                        "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "ul", "li", "div",
                        "table", "caption", "thead", "tbody", "tr", "th", "td", "strong", "u", "span", "bdi");
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;");
        assertThat(page).doesNotContain("\u202E", "\u001B", "\u0000", "\u2028", "javascript:alert(1)\"");
    }

    @Test
    void attributesCannotBeLeft() {
        Grid.Cell cell = new Grid.Cell("x", Grid.Emphasis.NONE, "", "\" onclick='alert(1)' data-x=\"<b>&");
        assertThat(Html.body(new Grid("", 0, List.of("h"), List.of(List.of(cell)))))
                .contains("data-cell=\"&quot; onclick=&#39;alert(1)&#39; data-x=&quot;&lt;b&gt;&amp;\">x</button>");
    }

    @Test
    void aCellWithAKeyIsAButtonInABodyOnly() {
        Grid grid = new Grid(
                "Caption",
                1,
                List.of("Method", "R1"),
                List.of(List.of(
                        Grid.Cell.of("Ours"),
                        new Grid.Cell("53.0 ± 1.4", Grid.Emphasis.BEST, "↑", "market1501/Ours/rank1"))));
        Document document = new Document("Title", List.of(new Document.Heading("Section"), grid));
        assertThat(Html.body(document, 3)).isEqualTo("""
                        <h3>Section</h3>
                        <div class="grid" tabindex="0" role="region" aria-label="Caption">
                        <table>
                        <caption>Caption</caption>
                        <thead>
                        <tr><th scope="col">Method</th><th scope="col" class="number">R1</th></tr>
                        </thead>
                        <tbody>
                        <tr><th scope="row">Ours</th><td class="number"><button type="button" class="cell" \
                        data-cell="market1501/Ours/rank1"><strong class="best">53.0 ± 1.4</strong><span \
                        class="mark">↑</span></button></td></tr>
                        </tbody>
                        </table>
                        </div>
                        """);
        assertThat(Html.page(document)).contains("<h2>Section</h2>").doesNotContain("<button", "data-cell", "<script");
    }

    @Test
    void aPageAsksTheNetworkForNothing() {
        assertThat(Html.page(new Document("Title", List.of())))
                .contains("default-src 'none'")
                .doesNotContain("http:", "https:", "url(", "@import", " src=", " href=");
    }

    @Test
    void verdictsAreColouredByWhatTheySay() {
        Grid grid = new Grid(
                "",
                0,
                List.of("a", "b", "c"),
                List.of(List.of(
                        Grid.Cell.of("reproduced", Grid.Emphasis.AGREES),
                        Grid.Cell.of("not reproduced", Grid.Emphasis.DISAGREES),
                        Grid.Cell.of("cannot tell", Grid.Emphasis.OPEN))));
        assertThat(Html.body(grid))
                .contains(
                        "<span class=\"agrees\">reproduced</span>",
                        "<span class=\"disagrees\">not reproduced</span>",
                        "<span class=\"open\">cannot tell</span>");
    }
}
