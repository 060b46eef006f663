package io.github.psbench.report;

import io.github.psbench.eval.Metric;
import io.github.psbench.run.TrialOutcome;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Markdown as GitHub and GitLab read it. */
final class MarkdownTable {
    private final StringBuilder text = new StringBuilder();

    private MarkdownTable() {}

    static String of(Table table) {
        MarkdownTable markdown = new MarkdownTable();
        markdown.paragraph("# " + escape(table.experiment().title()));
        markdown.paragraph(escape(table.caption()));
        table.sections().forEach(markdown::section);
        markdown.paragraph("## How to read it");
        markdown.bullets(Stream.concat(table.notes().stream().map(Table.Note::line), table.explanations().stream())
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

    private void section(Table.Section section) {
        paragraph("## " + escape(section.dataset()));
        line(Stream.concat(
                Stream.of("Method", "n"), Arrays.stream(Metric.values()).map(Metric::heading)));
        rule(1, 1 + Metric.values().length);
        for (Row row : section.rows()) {
            line(Stream.concat(
                    Stream.of(row.label(), row.seeds()),
                    row.cells().values().stream().map(Cell::text)));
        }
        text.append('\n');
        bullets(Stream.concat(
                        section.facts().stream(), section.comparisons().stream().map(Comparison::text))
                .toList());
    }

    private void trials(List<TrialOutcome> trials) {
        paragraph("## Trials");
        line(Stream.of("Trial", "Row", "Data set", "State", "Seed"));
        rule(4, 1);
        for (TrialOutcome trial : trials) {
            line(Stream.of(
                    Table.shortId(trial),
                    trial.spec().row(),
                    trial.spec().dataset(),
                    TrialCounts.word(trial.state()),
                    String.valueOf(trial.spec().seed())));
        }
        text.append('\n');
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

    private void line(Stream<String> plainCells) {
        text.append(plainCells.map(MarkdownTable::escape).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private void rule(int left, int right) {
        text.append(
                Stream.concat(Collections.nCopies(left, "---").stream(), Collections.nCopies(right, "---:").stream())
                        .collect(Collectors.joining(" | ", "| ", " |\n")));
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
