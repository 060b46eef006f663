package io.github.psbench.base;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A right that one process at a time may have, until closed. It is a lock of the system on a file, which therefore ends with the process,
 * however that ends; the file goes when the right is given up.
 */
public final class ProcessLock implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private ProcessLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the right; empty if another process has it.
     *
     * @param file made if it does not exist; a link is not followed
     */
    public static Optional<ProcessLock> attempt(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        boolean taken = false;
        try {
            // Whoever had the right may have removed the file between the two steps: a lock on that keeps nobody out.
            taken = channel.tryLock() != null && Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        } catch (OverlappingFileLockException e) {
            // This process itself has it.
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        return taken ? Optional.of(new ProcessLock(file, channel)) : Optional.empty();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // An empty file; it takes up no room and locks nothing.
        }
        try {
            channel.close();
        } catch (IOException e) {
            // The lock goes with the process.
        }
    }
}
