package io.github.psbench.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.report.text.PlainText;
import java.util.List;
import java.util.stream.Stream;
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
    void namesBreakAtSpacesAsLongAsTheirWordsFitAtAll() {
        List<String> headings = List.of("Method", "aaaa", "bbbb", "cccc");
        List<Grid.Cell> numbers = List.of(Grid.Cell.of("1.0"), Grid.Cell.of("2.0"), Grid.Cell.of("3.0"));
        assertThat(Terminal.of(new Document("T", List.of(named("l2-normalised w", headings, numbers))), 30))
                .as("with 2 spaces between columns 12 would be left for the name, whose longest word has 13")
                .endsWith("""
                        Method          aaaa bbbb cccc
                        l2-normalised w  1.0  2.0  3.0
                        """);
        assertThat(Terminal.of(new Document("T", List.of(named("l2-normalised weights", headings, numbers))), 30))
                .endsWith("""
                        l2-normalised    1.0  2.0  3.0
                        weights
                        """);
        assertThat(Terminal.of(new Document("T", List.of(named("very-much-l2-normalised", headings, numbers))), 30))
                .endsWith("""
                        very-much-l2-no  1.0  2.0  3.0
                        rmalised
                        """);
    }

    private static Grid named(String name, List<String> headings, List<Grid.Cell> numbers) {
        List<Grid.Cell> line =
                Stream.concat(Stream.of(Grid.Cell.of(name)), numbers.stream()).toList();
        return new Grid("", 1, headings, List.of(line));
    }

    @Test
    void theAppendixIsForFiles() {
        Document document = new Document("Title", List.of(), List.of(new Document.Paragraph("Long.")));
        assertThat(Terminal.of(document, 80)).isEqualTo("Title\n");
        assertThat(Markdown.of(document)).contains("Long.");
    }
}
