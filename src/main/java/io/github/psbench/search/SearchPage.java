package io.github.psbench.search;

import io.github.psbench.base.WholeFile;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.report.document.Html;
import io.github.psbench.report.page.Thumbnails;
import java.nio.file.Path;
import java.util.List;

/** Writes what was found as one page that stands alone: its pictures are in it, it has no script, and it asks the network for nothing. */
public final class SearchPage {
    /** The name of the page's file. */
    public static final String FILE = "index.html";

    /** Pixels of a picture; a larger one is scaled down. */
    private static final int HEIGHT = 256;

    private final StringBuilder text = new StringBuilder();

    private SearchPage() {}

    /**
     * @param about where it was searched and by what, a line
     * @param command what makes the page again, as it is typed
     * @param care sentences on how to treat the page; may be empty
     * @throws io.github.psbench.base.Failure of kind RESOURCES if the file cannot be written; of kind DATA if a picture has been damaged since
     */
    public static void write(Path file, String about, PersonSearch.Outcome outcome, String command, List<String> care) {
        SearchPage page = new SearchPage();
        page.add("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.add(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n");
        page.add("<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n");
        page.add("<title>psbench search</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<header>\n");
        page.add("<h1>Search for people</h1>\n<p>" + Html.escape(about) + "</p>\n</header>\n<main>\n");
        for (int i = 0; i < outcome.results().size(); i++) {
            page.result(i + 1, outcome.results().get(i), outcome.searched());
        }
        page.add("</main>\n<footer>\n");
        page.leftOut(outcome.searched().leftOut());
        page.add("<p>Scores are cosines of query and image. Made by:</p>\n<pre>" + Html.escape(command) + "</pre>\n");
        care.forEach(sentence -> page.add("<p>" + Html.escape(sentence) + "</p>\n"));
        page.add("</footer>\n</body>\n</html>\n");
        WholeFile.write(file, page.text.toString());
    }

    private void result(int number, SearchResult result, SearchedImages searched) {
        AttributeSchema schema = result.query().schema();
        add("<section aria-labelledby=\"query-" + number + "\">\n<h2 id=\"query-" + number + "\">");
        add(Html.escape(String.join("; ", result.query().inWords())) + "</h2>\n");
        add("<p>" + Html.escape(result.meaning().inWords(result.query())) + "</p>\n");
        categories(result, schema);
        add("<p>" + Html.escape(Words.counts(result, searched)) + "</p>\n<ol class=\"found\">\n");
        for (SearchResult.Found found : result.found()) {
            found(found, schema);
        }
        add("</ol>\n</section>\n");
    }

    /** Where it is one, the sentence before tells it. */
    private void categories(SearchResult result, AttributeSchema schema) {
        List<Interpretation.Asked> categories = result.meaning().categories();
        if (categories.size() == 1) {
            return;
        }
        add("<details>\n<summary>The " + categories.size() + " categories</summary>\n<ul>\n");
        for (Interpretation.Asked asked : categories) {
            add("<li>" + Html.escape(String.join(", ", Words.held(schema, asked.category()))));
            add(asked.images() > 0 ? " <span class=\"quiet\">(training images: " + asked.images() + ")</span>" : "");
            add("</li>\n");
        }
        add("</ul>\n</details>\n");
    }

    private void found(SearchResult.Found found, AttributeSchema schema) {
        PersonCategory category = found.image().category();
        Boolean relevant = found.isRelevant();
        add("<li class=\"" + (relevant == null ? "unknown" : relevant ? "fits" : "other")
                + "\">\n<figure>\n<img alt=\"");
        add(Html.escape(found.image().name()) + "\" src=\"");
        add(Thumbnails.uri(found.image().picture().get(), HEIGHT) + "\">\n<figcaption>\n");
        add("<span class=\"rank\">" + found.rank() + "</span> ");
        add("<span class=\"score\">" + Words.score(found.score()) + "</span>");
        if (relevant != null) {
            add(" <span class=\"verdict\">" + (relevant ? "✓ fits" : "✗ does not fit") + "</span>");
        }
        add("\n<span class=\"name\">" + Html.escape(found.image().name()) + "</span>\n");
        if (category != null) {
            add("<span class=\"quiet\">" + Html.escape(String.join(", ", Words.held(schema, category))) + "</span>\n");
        }
        add("</figcaption>\n</figure>\n</li>\n");
    }

    private void leftOut(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        add("<details>\n<summary>" + lines.size() + (lines.size() == 1 ? " file was" : " files were"));
        add(" left out</summary>\n<ul>\n");
        lines.forEach(line -> add("<li>" + Html.escape(line) + "</li>\n"));
        add("</ul>\n</details>\n");
    }

    private void add(String html) {
        text.append(html);
    }

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1b1b1b; --quiet: #5d5d5d; --paper: #fff; --line: #d5d5d5;
              --fits: #00795a; --other: #b94a00; --unknown: #767676; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --quiet: #a8a8a8; --paper: #161616; --line: #3a3a3a;
              --fits: #2fc69b; --other: #f28e4b; --unknown: #9a9a9a; } }
            body { margin: 0 auto; max-width: 70rem; padding: 1rem; color: var(--ink); background: var(--paper);
              font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
            h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; border-top: 1px solid var(--line); padding-top: 1rem; }
            pre { white-space: pre-wrap; font-size: 0.85rem; }
            .found { list-style: none; margin: 1rem 0; padding: 0; display: grid; gap: 1rem;
              grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); }
            figure { margin: 0; } figcaption { font-size: 0.85rem; }
            img { display: block; height: 12rem; max-width: 100%; object-fit: contain; border: 4px solid var(--unknown); }
            .fits img { border-color: var(--fits); } .other img { border-color: var(--other); border-style: dashed; }
            .rank { font-weight: 700; } .score { font-variant-numeric: tabular-nums; }
            .fits .verdict { color: var(--fits); } .other .verdict { color: var(--other); }
            .name, figcaption .quiet { display: block; } .quiet { color: var(--quiet); }
            @media print { figure { break-inside: avoid; } }
            """;
}
