package io.github.psbench.report.table;

import io.github.psbench.report.document.Grid;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.TrialOutcome;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Markdown as GitHub and GitLab read it. */
public final class MarkdownTable {
    private final StringBuilder text = new StringBuilder();

    private MarkdownTable() {}

    static String of(Table table) {
        MarkdownTable markdown = new MarkdownTable();
        markdown.paragraph("# " + escape(table.experiment().title()));
        markdown.paragraph(escape(table.caption()));
        if (table.overview() != null) {
            markdown.overview(table.overview());
        }
        if (table.claims() != null) {
            markdown.claims(table.claims());
        }
        table.shown().forEach(section -> markdown.section(table, section));
        markdown.paragraph("## How to read it");
        markdown.bullets(Stream.concat(table.shownNotes().stream().map(Table.Note::line), table.explanations().stream())
                .toList());
        markdown.paragraph("Digest of inputs: " + table.digest()
                + " (SHA-256 over the trials' ids and scores and the published numbers).");
        markdown.trials(table.trials());
        if (!table.reasons().isEmpty()) {
            markdown.paragraph("Why trials have no result (the JSON file has the reasons in full):");
            markdown.bullets(table.reasons());
        }
        return markdown.text.toString().stripTrailing() + "\n";
    }

    private void section(Table table, Table.Section section) {
        paragraph("## " + escape(section.dataset()));
        grid(table.grid(section));
        bullets(Stream.concat(section.facts().stream(), table.comparisons(section).stream())
                .toList());
    }

    private void overview(Overview overview) {
        paragraph("## Overview");
        grid(overview.grid());
        bullets(overview.facts());
    }

    private void claims(Claims claims) {
        paragraph("## Claims");
        grid(claims.verdicts());
        bullets(claims.cautions());
        grid(claims.tests());
        bullets(claims.untested());
        if (!claims.published().lines().isEmpty()) {
            paragraph("In the paper's own numbers:");
            grid(claims.published());
        }
        bullets(claims.rule());
    }

    private void grid(Grid grid) {
        line(grid.headings());
        line(IntStream.range(0, grid.headings().size())
                .mapToObj(column -> column < grid.texts() ? "---" : "---:")
                .toList());
        grid.all().skip(1).forEach(this::line);
        text.append('\n');
    }

    private void trials(List<TrialOutcome> trials) {
        paragraph("## Trials");
        grid(Grid.ofTexts(
                4,
                List.of("Trial", "Row", "Data set", "State", "Seed"),
                trials.stream()
                        .map(trial -> List.of(
                                Table.shortId(trial),
                                trial.spec().row(),
                                trial.spec().dataset(),
                                TrialCounts.word(trial.state()),
                                String.valueOf(trial.spec().seed())))
                        .toList()));
    }

    private void paragraph(String markdown) {
        text.append(markdown).append("\n\n");
    }

    private void bullets(List<String> plain) {
        plain.forEach(item -> text.append("- ").append(escape(item)).append('\n'));
        if (!plain.isEmpty()) {
            text.append('\n');
        }
    }

    private void line(List<String> plainCells) {
        text.append(plainCells.stream().map(MarkdownTable::escape).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** Nothing in the text is markup any more, inside a table's cell or outside. */
    public static String escape(String text) {
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
