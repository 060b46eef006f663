package io.github.psbench.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With shell scripts as the processes. */
@Timeout(60)
class ContestantTest {
    private static final String READY = "echo '{\"ready\": true, \"version\": \"a script\"}'\n";

    @TempDir
    private Path folder;

    @Test
    void whatItTellsOfItsTurnsIsKept() throws Exception {
        try (Contestant contestant = contestant(READY
                + "for sample in '0.5, \"peak_bytes\": 3000' '2, \"peak_bytes\": 2000' '1'; do\n"
                + "  read -r turn && echo \"{\\\"seconds\\\": $sample}\"\n"
                + "done\n")) {
            contestant.takeTurn();
            contestant.takeTurn();
            contestant.takeTurn();
            assertThat(contestant.samples()).isEqualTo(new Samples("a script", List.of(0.5, 2.0, 1.0), 3000));
        }
    }

    @Test
    void itGetsVariablesOfItsOwn() throws Exception {
        Path script = script("echo \"{\\\"version\\\": \\\"$DEVICES\\\"}\"\n");
        try (Contestant contestant = new Contestant(List.of("sh", script.toString()), Map.of("DEVICES", "GPU-2"))) {
            assertThat(contestant.samples().version()).isEqualTo("GPU-2");
        }
    }

    @Test
    void itEndsByItselfWhenNoTurnIsLeft() throws Exception {
        Path end = folder.resolve("end");
        try (Contestant contestant =
                contestant(READY + "while read -r turn; do echo '{\"seconds\": 1}'; done\ntouch '" + end + "'\n")) {
            contestant.takeTurn();
        }
        assertThat(end).exists();
    }

    @Test
    void whatItSaidBeforeItEndedIsTold() throws Exception {
        assertFails("echo 'there is no torch' >&2\nexit 3\n")
                .contains("sh " + folder, "has ended with exit code 3. It said:\nthere is no torch");
        assertFails("exit 1\n").contains("has ended with exit code 1. It did not say why.");

        try (Contestant contestant = contestant(READY + "read -r turn\necho 'out of memory' >&2\nexit 137\n")) {
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(contestant::takeTurn)
                    .withMessageContaining("has ended with exit code 137. It said:\nout of memory");
        }
    }

    @Test
    void ofALongComplaintTheEndIsTold() throws Exception {
        assertFails(
                        "for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22; do echo \"line $i\" >&2; done\n")
                .contains("line 3\n", "line 22")
                .doesNotContain("line 2\n");
    }

    @Test
    void whatIsNoAnswerIsTold() throws Exception {
        assertFails("echo Hello\nexec sleep 60\n").contains("sh " + folder, "said 'Hello', and not {\"version\": ...}");
        assertFails("echo\nexec sleep 60\n").contains("said '', and not {\"version\": ...}");
        assertFails("echo '{\"ready\": true}'\nexec sleep 60\n")
                .contains("said '{\"ready\": true}', and not {\"version\"");

        try (Contestant contestant =
                contestant(READY + "read -r turn\necho '{\"seconds\": \"few\"}'\nexec sleep 60\n")) {
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(contestant::takeTurn)
                    .withMessageContaining("said '{\"seconds\": \"few\"}', and not {\"seconds\": ...}");
        }
    }

    @Test
    void whatCannotBeStartedIsTold() {
        String nothing = folder.resolve("python").toString();
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> new Contestant(List.of(nothing, "train.py"), Map.of()))
                .withMessageContaining(nothing + " cannot be started: ")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.RESOURCES));
    }

    private AbstractStringAssert<?> assertFails(String text) throws Exception {
        Path script = script(text);
        Failure failure =
                catchThrowableOfType(Failure.class, () -> new Contestant(List.of("sh", script.toString()), Map.of()));
        assertThat(failure.kind()).isEqualTo(ErrorKind.RESOURCES);
        return assertThat(failure.getMessage());
    }

    private Contestant contestant(String text) throws Exception {
        return new Contestant(List.of("sh", script(text).toString()), Map.of());
    }

    private Path script(String text) throws Exception {
        return Files.writeString(folder.resolve("peer.sh"), text);
    }
}
