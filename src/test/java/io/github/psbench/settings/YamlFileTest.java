package io.github.psbench.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.Failure;
import io.github.psbench.data.Input;
import io.github.psbench.data.picture.Filter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {
    private static final Input INPUT = new Input(64, 32, Filter.BICUBIC);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("input.yaml");
    }

    private Input read() {
        return SettingsReader.read(file, Input.class);
    }

    @Test
    void byteOrderMarksAndWindowsLineEndsAreRead() throws IOException {
        Files.writeString(file, "\uFEFFheight: 64\r\nwidth: 32\r\n");

        assertThat(read()).isEqualTo(INPUT);
    }

    @Test
    void columnsCountCharactersNotBytes() throws IOException {
        Files.writeString(file, "{\"→😀\": 1, height: x}");

        assertThatThrownBy(this::read)
                .isInstanceOf(Failure.class)
                .hasMessage("%1$s:1:1: the key 'width' is missing; it must be a whole number%n"
                                .formatted(file)
                                .replace("%n", "\n")
                        + "%1$s:1:2: unknown key '→😀'; known: height, width, resize\n".formatted(file)
                        + "%1$s:1:19: height must be a whole number, got 'x'".formatted(file));
    }

    @Test
    void filesThatAreNotThereAreNamed() {
        assertThatThrownBy(this::read).isInstanceOf(Failure.class).hasMessage(file + ": there is no such file");
    }

    @Test
    void whatLiesBesideAFileThatIsNotThereIsNamed() throws IOException {
        Files.writeString(folder.resolve("table4.yaml"), "");
        Files.writeString(folder.resolve("fig3.yaml"), "");
        Files.writeString(folder.resolve("notes.txt"), "");
        assertThatThrownBy(this::read)
                .hasMessage(file + ": there is no such file; its folder has fig3.yaml, table4.yaml");
        file = folder.resolve("tabel4.yaml");
        assertThatThrownBy(this::read)
                .hasMessage(file + ": there is no such file; did you mean '" + folder.resolve("table4.yaml") + "'?");
        file = folder.resolve("table4");
        assertThatThrownBy(this::read).hasMessageContaining("did you mean '" + folder.resolve("table4.yaml") + "'?");
        file = folder.resolve("nowhere/table4.yaml");
        assertThatThrownBy(this::read).hasMessage(file + ": there is no such file, nor the folder that it would be in");
    }

    @Test
    void foldersAreNotFiles() {
        file = folder;

        assertThatThrownBy(this::read).isInstanceOf(Failure.class).hasMessageStartingWith(file + ": cannot be read: ");
    }

    @Test
    void onlyUtf8IsText() throws IOException {
        Files.write(file, "height: 64 # größe".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(this::read)
                .isInstanceOf(Failure.class)
                .hasMessage(file + ": not UTF-8 text; save it as UTF-8");
    }

    @Test
    void hugeFilesAreNotRead() throws IOException {
        Files.writeString(file, "# " + "x".repeat(1 << 20));

        assertThatThrownBy(this::read)
                .isInstanceOf(Failure.class)
                .hasMessage(file + ": larger than 1 MiB, so it is no file of settings");
    }

    @Test
    void controlCharactersAreLocated() throws IOException {
        Files.writeString(file, "height: 64\nwidth: 3\u0007");

        assertThatThrownBy(this::read)
                .isInstanceOf(Failure.class)
                .hasMessage(file + ":2:9: not valid YAML: the character U+0007 is not allowed");
    }

    @Test
    void aMillionBracketsAreRefusedWithoutOverflowingTheStack() throws IOException {
        Files.writeString(file, "[".repeat(1_000_000));

        assertThatThrownBy(this::read)
                .isInstanceOf(Failure.class)
                .hasMessage(file + ":1:52: nested deeper than 50 levels");
    }
}
