package io.github.psbench.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to make a file that several may need, held against every other thread and process until closed. It is a lock of the system on
 * {@code <file>.lock}, which therefore ends with the process, however that ends; the empty file stays.
 */
public final class MakerLock implements AutoCloseable {
    private static final int MILLISECONDS_BETWEEN_ATTEMPTS = 100;

    /**
     * What this process holds. The system's locks are a process's, not a thread's: closing a second channel on the file would free the
     * lock of the first.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path lockFile;
    private final FileChannel channel;
    private final FileLock lock;

    private MakerLock(Path lockFile, FileChannel channel, FileLock lock) {
        this.lockFile = lockFile;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Waits until nobody else has the right to make a file, and takes it. Whoever had it may have made the file meanwhile.
     *
     * @param what a few words on what it takes to make the file, for whoever watches the wait
     * @param remedy what to do where the folder does not allow it, such as "set $PSBENCH_CACHE to another folder"
     * @throws Failure of kind RESOURCES if the folder does not allow it
     */
    public static MakerLock take(Path file, String what, String remedy, Progress progress) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            return takeFile(folder.toRealPath().resolve(file.getFileName() + ".lock"), what, progress);
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.RESOURCES,
                    String.format(
                            "%s cannot be locked: %s. Check the folder's permissions, or %s.",
                            file, IoReason.of(e).why(), remedy),
                    e);
        }
    }

    private static MakerLock takeFile(Path lockFile, String what, Progress progress) throws IOException {
        MakerLock taken = attempt(lockFile);
        if (taken != null) {
            return taken;
        }
        try (Progress.Task task = progress.begin("waiting for another run that is " + what, 1)) {
            while (taken == null) {
                pause();
                task.advance(0);
                taken = attempt(lockFile);
            }
            task.advance(1);
        }
        return taken;
    }

    private static @Nullable MakerLock attempt(Path lockFile) throws IOException {
        if (!HELD.add(lockFile)) {
            return null;
        }
        MakerLock taken = null;
        try {
            taken = attemptAgainstProcesses(lockFile);
        } finally {
            if (taken == null) {
                HELD.remove(lockFile);
            }
        }
        return taken;
    }

    private static @Nullable MakerLock attemptAgainstProcesses(Path lockFile) throws IOException {
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? null : new MakerLock(lockFile, channel, lock);
    }

    private static void pause() {
        try {
            Thread.sleep(MILLISECONDS_BETWEEN_ATTEMPTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while it waited");
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(lockFile);
        }
    }
}
