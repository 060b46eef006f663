package io.github.psbench.run.work;

import io.github.psbench.base.Folders;
import io.github.psbench.train.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** One process's work on a folder, from where the attempt before it had come. Closing it lets others go on. */
public final class Attempt implements AutoCloseable {
    private final Path work;
    private final Path folder;
    private final Lease lease;

    Attempt(Path work, Lease lease) throws IOException {
        this.work = work;
        this.lease = lease;
        this.folder = Files.createDirectories(work.resolve("attempt-" + LeaseFile.inName(lease.number())));
    }

    /** Where everything is written that is to be in the finished folder; empty at first. */
    public Path folder() {
        return folder;
    }

    /** Dated lines for people, of this and all earlier attempts. */
    public Path log() {
        return WorkFolder.log(work);
    }

    /** @throws CancellationException if another process has taken the work over */
    public void requireHeld() {
        lease.requireHeld();
    }

    /** Whether no other process has taken the work over. */
    public boolean isHeld() throws IOException {
        return lease.isHeld();
    }

    /** Keeps a stage's state; the one before it is kept too. Nothing happens if another process has taken the work over. */
    void keep(Checkpoint checkpoint, Path metrics, double seconds, StepClock.Measured measured) throws IOException {
        if (lease.isHeld()) {
            CheckpointFolder.write(work, lease.number(), checkpoint, metrics, seconds, measured);
        }
    }

    /** The furthest sound checkpoint of all attempts. Damaged ones are removed. */
    Optional<CheckpointFolder> last() throws IOException {
        for (CheckpointFolder checkpoint : CheckpointFolder.of(work)) {
            if (checkpoint.state().isPresent()) {
                return Optional.of(checkpoint);
            }
            Folders.delete(checkpoint.folder());
        }
        return Optional.empty();
    }

    /**
     * Puts the folder into its place, unless another process has done that; then it clears away what is left of the work.
     *
     * @param place what is there already is removed
     * @throws CancellationException if another process has taken the work over
     */
    void finish(Path place) throws IOException {
        if (!isHeld()) {
            lease.requireHeld();
        }
        if (Files.exists(log())) {
            Files.copy(log(), folder.resolve(log().getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Folders.syncWithFiles(folder);
        Path parent = Files.createDirectories(place.toAbsolutePath().getParent());
        if (Files.exists(place)) {
            Files.move(
                    place,
                    work.resolve("replaced-" + LeaseFile.inName(lease.number())),
                    StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
        Folders.sync(parent);
        lease.close();
        clear(work);
    }

    static void clear(Path work) {
        try {
            Folders.delete(work);
        } catch (IOException e) {
            // It takes up room, and `psbench runs gc` removes it.
        }
    }

    @Override
    public void close() {
        lease.close();
    }
}
