package io.github.psbench.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void nothingBreaksLinesMovesTheCursorOrTurnsTheReadingDirection() {
        assertThat(PlainText.of("a\r\nb\tc\u2028d")).isEqualTo("a  b c d");
        assertThat(PlainText.of("\u001B[31m \u202E \u2066 \u0000 \uD800"))
                .isEqualTo("\\u001B[31m \\u202E \\u2066 \\u0000 \\uD800");
        assertThat(PlainText.of("שלום 検索 MA → Proxy é 😀")).isEqualTo("שלום 検索 MA → Proxy é 😀");
    }

    @Test
    void widthsAreThoseOfATerminal() {
        assertThat(PlainText.width("abc ± é")).isEqualTo(7);
        assertThat(PlainText.width("検索")).isEqualTo(4);
        assertThat(PlainText.width("e\u0301")).isEqualTo(1);
        assertThat(PlainText.width("😀")).isEqualTo(2);
    }

    @Test
    void linesBreakAtSpacesWhereThereAreAny() {
        assertThat(PlainText.wrap("one two three", 8)).containsExactly("one two", "three");
        assertThat(PlainText.wrap("one two three", 7)).containsExactly("one two", "three");
        assertThat(PlainText.wrap("abcdefgh", 3)).containsExactly("abc", "def", "gh");
        assertThat(PlainText.wrap("検索検索", 5)).containsExactly("検索", "検索");
        assertThat(PlainText.wrap("", 5)).containsExactly("");
    }
}
