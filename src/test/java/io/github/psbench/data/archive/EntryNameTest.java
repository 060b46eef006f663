package io.github.psbench.data.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNameTest {
    private static final Path ARCHIVE = Path.of("some.zip");

    @ParameterizedTest
    @CsvSource({
        "a/b.jpg, a/b.jpg",
        "./a//b/, a/b",
        "PETA dataset/i-LID/x.png, PETA dataset/i-LID/x.png",
        "..a/b.., ..a/b.."
    })
    void keepsThePartsThatMean(String name, String path) {
        assertThat(EntryName.of(ARCHIVE, name).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a",
                "a/../../b",
                "a/..",
                "..",
                "/etc/passwd",
                "//server/share",
                "C:/a",
                "c:a",
                "\\a",
                "a\\..\\..\\b",
                "a\nb",
                "a\u0000b",
                "\u007f",
                "\u0085",
                ""
            })
    void refusesNamesThatLeadElsewhereOrAreNone(String name) {
        assertThatThrownBy(() -> EntryName.of(ARCHIVE, name))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.DATA))
                .hasMessageStartingWith("some.zip was not unpacked: ");
    }

    @Test
    void refusesNamesThatAreTooLong() {
        assertThat(EntryName.of(ARCHIVE, "a".repeat(255)).parts()).hasSize(1);
        for (String name :
                new String[] {"a".repeat(256), "ä".repeat(128), "a/".repeat(33) + "b", ("a".repeat(250) + "/").repeat(9)
                }) {
            assertThatThrownBy(() -> EntryName.of(ARCHIVE, name)).hasMessageContaining("has too long a name");
        }
    }

    @Test
    void aRefusalShowsWhatCannotBePrinted() {
        assertThatThrownBy(() -> EntryName.of(ARCHIVE, "a\u001b[2Jb")).hasMessageContaining("'a\\u001b[2Jb'");
        assertThatThrownBy(() -> EntryName.of(ARCHIVE, "../\u202egpj.exe")).hasMessageContaining("'../\\u202egpj.exe'");
    }

    @ParameterizedTest
    @CsvSource({"__MACOSX/a/._b, true", "a/.DS_Store, true", "a/._b.jpg, true", "a/b.jpg, false", "a/.hidden, false"})
    void knowsWhatOperatingSystemsLeave(String name, boolean litter) {
        assertThat(EntryName.of(ARCHIVE, name).litter()).isEqualTo(litter);
    }
}
