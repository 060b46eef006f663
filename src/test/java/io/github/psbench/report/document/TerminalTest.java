package io.github.psbench.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.report.text.PlainText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {
    @ParameterizedTest
    @ValueSource(ints = {30, 80, 200})
    void everyLineFitsAndNothingMovesTheCursor(int columns) {
        Document names = new Document(
                "Names",
                List.of(
                        new Document.Bullets(HostileDocument.NAMES),
                        new Grid(
                                HostileDocument.NAMES.get(0),
                                1,
                                List.of("Name", "R1"),
                                HostileDocument.NAMES.stream()
                                        .map(name -> List.of(Grid.Cell.of(name), Grid.Cell.of("1.0")))
                                        .toList())));
        assertThat(Terminal.of(names, columns).lines())
                .allSatisfy(line -> assertThat(PlainText.width(line)).isLessThanOrEqualTo(columns))
                .noneMatch(line -> line.contains("\u001B") || line.contains("\u202E"));
    }

    @Test
    void numbersStandBelowEachOtherWhateverMarksThem() {
        Grid grid = new Grid(
                "",
                1,
                List.of("Method", "R1"),
                List.of(
                        List.of(Grid.Cell.of("a"), new Grid.Cell("53.0", Grid.Emphasis.BEST, "↑", "")),
                        List.of(Grid.Cell.of("b"), Grid.Cell.of("9.0", Grid.Emphasis.SECOND)),
                        List.of(Grid.Cell.of("c"), Grid.Cell.of("8.5"))));
        assertThat(Terminal.of(new Document("Title", List.of(grid, new Document.Legend("Rule."))), 80))
                .isEqualTo("""
                        Title

                        Method      R1
                        a       53.0¹↑
                        b        9.0²
                        c        8.5

                        ¹: the best; ²: the second best. Rule.
                        """);
    }

    @Test
    void theAppendixIsForFiles() {
        Document document = new Document("Title", List.of(), List.of(new Document.Paragraph("Long.")));
        assertThat(Terminal.of(document, 80)).isEqualTo("Title\n");
        assertThat(Markdown.of(document)).contains("Long.");
    }
}
