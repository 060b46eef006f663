package io.github.psbench.bench;

import io.github.psbench.base.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that is new and empty, and is removed in the end, also where this process is asked to end before. */
record ScratchFolder(Path path) implements AutoCloseable {
    /** @param parent made if need be */
    static ScratchFolder in(Path parent) throws IOException {
        ScratchFolder folder =
                new ScratchFolder(Files.createTempDirectory(Files.createDirectories(parent), "psbench-bench-"));
        Runtime.getRuntime().addShutdownHook(new Thread(folder::close));
        return folder;
    }

    @Override
    public void close() {
        try {
            Folders.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
