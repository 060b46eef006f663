package io.github.psbench.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {
    private enum Answer {
        YES,
        NO,
        NOT_SURE
    }

    private final Problems problems = new Problems();

    private Object read(Class<?> type, String text, boolean plain) {
        Object value = new Scalars(problems)
                .read(type, "it", new Located.Scalar(Place.whole("here"), text, plain))
                .value();
        problems.throwIfAny();
        return Objects.requireNonNull(value);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "+5, 5",
        "1_000, 1000",
        "1_0_0, 100",
        "1e3, 1000",
        "1.5e1, 15",
        "2.0, 2",
        "2., 2",
        "0o17, 15",
        "-0x1F, -31",
        "2147483647, 2147483647",
        "-2147483648, -2147483648",
        "0e999999999, 0"
    })
    void wholeNumbersAreReadAsPeopleWriteThem(String text, int expected) {
        assertThat(read(int.class, text, true)).isEqualTo(expected);
    }

    @Test
    void longsKeepAllTheirDigits() {
        assertThat(read(long.class, "9_223_372_036_854_775_807", true)).isEqualTo(Long.MAX_VALUE);
        assertThat(read(long.class, "-9223372036854775808", true)).isEqualTo(Long.MIN_VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "5e-4, 5e-4",
        ".5, 0.5",
        "5., 5",
        "1_000.000_1, 1000.0001",
        "0, 0",
        "-1E+2, -100",
        "0.1, 0.1",
        "1e308, 1e308",
        "0x10, 16"
    })
    void numbersAreReadAsPeopleWriteThem(String text, double expected) {
        assertThat(read(double.class, text, true)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "012", "1_000", "1:30", "2001-01-01", "none", "0x10", "1.10", "on", "ß → 人"})
    void textStaysAsItIsWritten(String text) {
        assertThat(read(String.class, text, true)).isEqualTo(text);
        assertThat(read(String.class, text, false)).isEqualTo(text);
    }

    @Test
    void quotedTextMayBeEmpty() {
        assertThat(read(String.class, "", false)).isEqualTo("");
    }

    @Test
    void wordsAreWordsWhateverYamlThinksOfThem() {
        assertThat(read(Answer.class, "no", true)).isEqualTo(Answer.NO);
        assertThat(read(Answer.class, "yes", true)).isEqualTo(Answer.YES);
        assertThat(read(Answer.class, "not-sure", false)).isEqualTo(Answer.NOT_SURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "~",
                "x",
                "--1",
                "1,5",
                "1 000",
                "0b11",
                "0o8",
                "0x",
                ".",
                "_1",
                "1_",
                "1e",
                "e5",
                "1e99999999999",
                "012",
                "00",
                "NaN",
                "9999999999999999999999999999999999999999999999"
            })
    void nothingElseIsAWholeNumber(String text) {
        assertThat(new Scalars(problems)
                        .read(long.class, "it", new Located.Scalar(Place.whole("here"), text, true))
                        .usable())
                .isFalse();
    }
}
