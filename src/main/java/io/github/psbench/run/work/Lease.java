package io.github.psbench.run.work;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * The right to work in a folder, against every process of every machine that shares it; see the package's description. A thread of its
 * own tells the others that the holder lives.
 */
final class Lease implements AutoCloseable {
    private final LeaseFile file;
    private final Holder self = Holder.self();
    private final Supplier<List<TaskState>> tasks;
    private final Thread heart;
    private long beat;
    private boolean lost;
    private boolean closed;

    private Lease(LeaseFile file, Duration pause, Supplier<List<TaskState>> tasks) throws IOException {
        this.file = file;
        this.tasks = tasks;
        file.create(new LeaseFile.Content(self, 0, false, List.of()));
        heart = new Thread(() -> live(pause), "heartbeat");
        heart.setDaemon(true);
        heart.start();
    }

    /**
     * Takes the lease where nobody is known to have it.
     *
     * @param folder made if need be
     * @param tasks told with every beat
     * @return empty if a process may be at it
     */
    static Optional<Lease> take(Path folder, LeaseTerms terms, Supplier<List<TaskState>> tasks) throws IOException {
        Files.createDirectories(folder);
        Optional<LeaseFile> highest = LeaseFile.highest(folder);
        if (highest.isPresent() && !isFree(highest.get())) {
            return Optional.empty();
        }
        return takeNext(folder, highest, terms, tasks);
    }

    private static Optional<Lease> takeNext(
            Path folder, Optional<LeaseFile> highest, LeaseTerms terms, Supplier<List<TaskState>> tasks)
            throws IOException {
        LeaseFile next = highest.map(LeaseFile::next).orElse(new LeaseFile(folder, 1));
        try {
            Lease lease = new Lease(next, terms.beat(), tasks);
            highest.map(LeaseFile::path).ifPresent(Lease::deleteQuietly);
            return Optional.of(lease);
        } catch (FileAlreadyExistsException | NoSuchFileException e) {
            return Optional.empty(); // another process was faster, and may even have finished
        }
    }

    /** Takes the next number although the holder of this one may live; empty if another process was faster. */
    static Optional<Lease> takeOver(LeaseFile silent, LeaseTerms terms) throws IOException {
        return takeNext(silent.folder(), Optional.of(silent), terms, List::of);
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A lower number counts for nothing.
        }
    }

    /** Whether it was given back, or its process is gone. */
    private static boolean isFree(LeaseFile file) throws IOException {
        LeaseFile.Content content = file.read();
        return content != null && (content.released() || content.holder().isGone());
    }

    /** The number that what is written under this lease bears. */
    int number() {
        return file.number();
    }

    /** @throws CancellationException if another process has taken the work over */
    synchronized void requireHeld() {
        if (lost) {
            throw new CancellationException("another process has taken this work over");
        }
    }

    /** Looks for a higher number, which only a process that thinks this one dead makes. */
    synchronized boolean isHeld() throws IOException {
        Optional<LeaseFile> highest = LeaseFile.highest(file.folder());
        lost |= highest.isEmpty() || highest.get().number() != file.number();
        return !lost;
    }

    private void live(Duration pause) {
        try {
            while (beat()) {
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException e) {
            // It was given back.
        }
    }

    private synchronized boolean beat() {
        if (closed) {
            return false;
        }
        try {
            if (isHeld()) {
                beat++;
                file.overwrite(new LeaseFile.Content(self, beat, false, tasks.get()));
            }
        } catch (NoSuchFileException e) {
            lost = true;
        } catch (IOException e) {
            // A full disk, or a network that is away for a moment: whoever waits long enough may take over, and this is
            // noticed then.
        }
        return !lost;
    }

    /** Gives it back; the file stays, so that numbers go on. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        heart.interrupt();
        try {
            if (isHeld()) {
                file.overwrite(new LeaseFile.Content(self, beat, true, List.of()));
            }
        } catch (IOException e) {
            // The others find out from the process's end, or from the silence.
        }
    }
}
