package io.github.psbench.run.work;

import io.github.psbench.base.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is under way of one folder; see the package's description.
 *
 * @param folder {@code work/<id>}
 * @param place where the folder goes when it is whole
 * @param whole tells a finished folder from anything else
 */
public record WorkFolder(Path folder, Path place, Predicate<Path> whole) {
    /** Whether there is nothing left to do. */
    public boolean isWhole() {
        return whole.test(place);
    }

    /**
     * Begins where the last attempt ended.
     *
     * @param tasks what is under way, for others to see
     * @return empty if the folder is whole, or if another process may be at it
     */
    public Optional<Attempt> begin(Supplier<List<TaskState>> tasks) throws IOException {
        if (isWhole()) {
            return Optional.empty();
        }
        Optional<Lease> taken = Lease.take(folder, LeaseTerms.USUAL, tasks);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        Lease lease = taken.get();
        try {
            if (isWhole()) {
                lease.close();
                clear();
                return Optional.empty();
            }
            removeEarlierAttempts();
            return Optional.of(new Attempt(folder, lease));
        } catch (IOException | RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    /** Their checkpoints stay. */
    private void removeEarlierAttempts() throws IOException {
        List<Path> old;
        try (Stream<Path> files = Files.list(folder)) {
            old = files.filter(file ->
                            file.getFileName().toString().matches("attempt-[0-9]+|replaced-[0-9]+|\\.checkpoint-.*"))
                    .toList();
        }
        for (Path attempt : old) {
            Folders.delete(attempt);
        }
    }

    /**
     * Ends an attempt: its folder is put into its place, unless another process has finished first.
     *
     * @throws java.util.concurrent.CancellationException if another process has taken the work over
     */
    public void finish(Attempt attempt) throws IOException {
        if (isWhole()) {
            return;
        }
        try {
            attempt.finish(place);
        } catch (IOException e) {
            if (!isWhole()) {
                throw e;
            }
        }
    }

    /** Removes what is left of the work, once there is nothing left to do. */
    public void clear() {
        Attempt.clear(folder);
    }

    /** Whether a process has the lease and is not known to be gone. */
    public boolean isUnderWay() throws IOException {
        Optional<LeaseFile> highest = LeaseFile.highest(folder);
        LeaseFile.Content content = highest.isPresent() ? highest.get().read() : null;
        return content != null && !content.released() && !content.holder().isGone();
    }

    /** How far the furthest checkpoint is: "in epoch 3, after 12 steps". Empty without one. */
    public Optional<String> reached() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        return CheckpointFolder.of(folder).stream()
                .findFirst()
                .map(last -> CheckpointFolder.inWords(last.epoch(), last.steps()));
    }

    public Path log() {
        return log(folder);
    }

    static Path log(Path folder) {
        return folder.resolve("log.txt");
    }
}
