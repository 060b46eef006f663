package io.github.psbench.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "two words", "it's", "$(reboot)", "a;b|c&d", "`x` \"y\" \\ *", "", "new\nline", "שלום"})
    void aShellTakesAWordForWhatItIs(String word) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "printf %s " + Commands.quoted(word)).start();
        assertThat(new String(shell.getInputStream().readAllBytes(), UTF_8)).isEqualTo(word);
        assertThat(shell.waitFor()).isZero();
    }

    @Test
    void anotherStoreIsNamed() {
        assertThat(Commands.reproduce("4d98c9618072", Path.of("results")))
                .isEqualTo("./psbench runs reproduce 4d98c9618072");
        assertThat(Commands.reproduce("4d98c9618072", Path.of("my results")))
                .isEqualTo("./psbench runs reproduce 4d98c9618072 --results 'my results'");
    }
}
