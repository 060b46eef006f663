package io.github.psbench.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IoReasonTest {
    @TempDir
    private Path folder;

    @Test
    void whatTheSystemThrowsIsToldInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        Path gone = folder.resolve("gone");
        assertThat(why(() -> Files.readString(gone))).isEqualTo(gone + " does not exist");
        Path below = file.resolve("below");
        assertThat(why(() -> Files.readString(below)))
                .isEqualTo("a part of the path " + below + " is a file, not a folder");
        assertThat(why(() -> Files.createDirectory(file))).isEqualTo(file + " is there already");
        assertThat(why(() -> Files.delete(folder))).isEqualTo("the folder " + folder + " is not empty");
        assertThat(IoReason.of(new NotDirectoryException("/x/file")).why()).isEqualTo("/x/file is not a folder");
        assertThat(why(() -> Files.readString(folder))).isEqualTo("it is a folder");
        assertThat(why(() -> Files.writeString(folder, ""))).isEqualTo(folder + " is a folder");
    }

    @Test
    void noNameOfAnExceptionIsLeft() {
        assertThat(IoReason.of(new EOFException()).why()).isEqualTo("it ends too early");
        assertThat(IoReason.of(new IOException()).why()).isEqualTo("the system does not say why");
        assertThat(IoReason.of(new AccessDeniedException("/locked/x")).why())
                .isEqualTo("access to /locked/x is denied");
        assertThat(IoReason.of(new UncheckedIOException(new IOException("Input/output error")))
                        .why())
                .isEqualTo("Input/output error");
    }

    @Test
    void freeSpaceIsAdvisedOnlyWhereItCanBeTheCause() {
        assertThat(IoReason.of(new FileSystemException("/x", null, "No space left on device"))
                        .remedy())
                .contains("free space");
        assertThat(IoReason.of(new FileSystemException("/x", null, "Read-only file system"))
                        .remedy())
                .doesNotContain("free space");
        assertThat(IoReason.of(new AccessDeniedException("/x")).remedy())
                .contains("permissions")
                .doesNotContain("free space");
    }

    @Test
    void aFileThatCannotBeWrittenSaysWhy() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        assertThatThrownBy(() -> WholeFile.write(file.resolve("below"), ""))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("below cannot be written: ")
                .hasMessageEndingWith("Name another place.")
                .hasMessageNotContaining("Exception");
        Path full = folder.resolve("full");
        Files.createDirectories(full.resolve("x"));
        assertThatThrownBy(() -> WholeFile.write(full, ""))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(full + " cannot be written: ")
                .hasMessageContaining("folder")
                .hasMessageNotContaining("Exception");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    private static String why(Reading reading) {
        return IoReason.of(catchThrowableOfType(IOException.class, reading::run))
                .why();
    }

    @FunctionalInterface
    private interface Reading {
        void run() throws IOException;
    }
}
