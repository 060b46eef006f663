package io.github.psbench.report.table;

import io.github.psbench.report.document.Document;
import io.github.psbench.report.document.Grid;
import io.github.psbench.run.TrialOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts a table into the order in which it is read, before it takes any format. */
final class TableDocument {
    private final Table table;
    private final List<Document.Block> blocks = new ArrayList<>();

    private TableDocument(Table table) {
        this.table = table;
    }

    static Document of(Table table) {
        TableDocument document = new TableDocument(table);
        document.fill();
        return new Document(
                table.experiment().title(),
                document.blocks,
                List.of(new Document.Heading("Trials"), trials(table.trials())));
    }

    private void fill() {
        blocks.add(new Document.Paragraph(Explanations.caption(table.experiment())));
        if (table.overview() != null) {
            blocks.add(new Document.Heading("Overview"));
            blocks.add(table.overview().grid());
            bullets(table.overview().facts());
        }
        if (table.claims() != null) {
            claims(table.claims());
        }
        table.shown().forEach(this::section);
        blocks.add(new Document.Heading("How to read it"));
        if (isRanked()) {
            blocks.add(new Document.Legend(Standings.rule(table.experiment().published() != null)));
        }
        bullets(Stream.concat(table.shownNotes().stream().map(Table.Note::line), table.explanations().stream())
                .toList());
        blocks.add(new Document.Paragraph("Trials: "
                + (table.trials().isEmpty()
                        ? "none"
                        : TrialCounts.of(table.trials()).all()) + "."));
        if (!table.reasons().isEmpty()) {
            blocks.add(new Document.Paragraph("Why trials have no result (the JSON file has the reasons in full):"));
            bullets(table.reasons());
        }
        blocks.add(
                new Document.Paragraph(
                        "Digest of inputs: " + table.digest()
                                + " (SHA-256 over the trials' ids and scores, the published numbers, and what the experiment asks for)."));
    }

    private void section(Table.Section section) {
        blocks.add(new Document.Heading(section.dataset()));
        blocks.add(table.grid(section));
        bullets(section.facts());
        // Papers print their numbers over all queries.
        if (table.splits().contains(Split.ALL)) {
            blocks.addAll(
                    AgainstPaper.of(section.comparisons(), table.experiment().tolerance()));
        }
    }

    private void claims(Claims claims) {
        blocks.add(new Document.Heading("Claims"));
        blocks.add(claims.verdicts());
        bullets(claims.cautions());
        blocks.add(claims.tests());
        bullets(claims.untested());
        if (!claims.published().lines().isEmpty()) {
            blocks.add(claims.published().withCaption("In the paper's own numbers"));
        }
        bullets(claims.rule());
    }

    private boolean isRanked() {
        return blocks.stream()
                .filter(Grid.class::isInstance)
                .map(Grid.class::cast)
                .flatMap(grid -> grid.lines().stream())
                .flatMap(List::stream)
                .anyMatch(cell -> cell.emphasis() == Grid.Emphasis.BEST);
    }

    private void bullets(List<String> items) {
        if (!items.isEmpty()) {
            blocks.add(new Document.Bullets(items));
        }
    }

    private static Grid trials(List<TrialOutcome> trials) {
        return Grid.ofTexts(
                4,
                List.of("Trial", "Row", "Data set", "State", "Seed"),
                trials.stream()
                        .map(trial -> List.of(
                                Table.shortId(trial),
                                trial.spec().row(),
                                trial.spec().dataset(),
                                TrialCounts.word(trial.state()),
                                String.valueOf(trial.spec().seed())))
                        .toList());
    }
}
