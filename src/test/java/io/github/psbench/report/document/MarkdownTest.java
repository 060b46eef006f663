package io.github.psbench.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    a|b,                 a\\|b
                    a\\|b,               a\\\\\\|b
                    <script>&amp;,       &lt;script&gt;&amp;amp;
                    `x` *y* _z_ ~w~ $v$, \\`x\\` \\*y\\* \\_z\\_ \\~w\\~ \\$v\\$
                    [t](u) #1,           \\[t\\](u) \\#1
                    AAIPR (128),         AAIPR (128)
                    """)
    void markupIsTakenLiterally(String text, String escaped) {
        assertThat(Markdown.escape(text)).isEqualTo(escaped);
    }

    @Test
    void everyLineOfATableHasTheSameColumnsWhateverTheNames() {
        String markdown = Markdown.of(HostileDocument.document());
        List<String> tables = Arrays.stream(markdown.split("\n\n"))
                .filter(block -> block.startsWith("|"))
                .toList();
        assertThat(tables).hasSize(4).allSatisfy(table -> assertThat(
                        table.lines().map(line -> line.split("(?<!\\\\)\\|", -1).length))
                .hasSizeGreaterThan(1)
                .containsOnly(table.lines().findFirst().orElseThrow().split("(?<!\\\\)\\|", -1).length));
        assertThat(markdown).doesNotContain("<script>", "\u202E", "\u001B");
    }

    @Test
    void aNameDoesNotBeginAList() {
        assertThat(Markdown.of(new Document(
                        "Title",
                        List.of(new Document.Paragraph("- a"), new Document.Bullets(List.of("1. b", "+ c", "    d"))))))
                .isEqualTo("# Title\n\n\\- a\n\n- 1\\. b\n- \\+ c\n- d\n");
    }

    @Test
    void theBestIsBoldAndTheSecondUnderlined() {
        Grid grid = new Grid(
                "",
                0,
                List.of("R1", "R5"),
                List.of(List.of(
                        new Grid.Cell("2.0", Grid.Emphasis.BEST, "↑", ""), Grid.Cell.of("1.0", Grid.Emphasis.SECOND))));
        assertThat(Markdown.of(new Document("Title", List.of(grid)))).endsWith("| **2.0** ↑ | <u>1.0</u> |\n");
    }
}
