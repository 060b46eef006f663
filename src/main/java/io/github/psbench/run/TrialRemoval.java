package io.github.psbench.run;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Folders;
import io.github.psbench.base.IoReason;
import io.github.psbench.run.work.Attempt;
import io.github.psbench.run.work.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Removes a trial with all that it has left, unless somebody is at it. Its pretrained backbone stays. */
public record TrialRemoval(RunStore store) {
    /** @throws Failure of kind BUSY if a process may be at the trial */
    public void requireIdle(StoredTrial trial) {
        try {
            if (store.work(trial.id()).isUnderWay()) {
                throw busy(trial);
            }
        } catch (IOException e) {
            throw Failure.resources(
                    "%s cannot be read: %s.", trial.folder(), IoReason.of(e).why());
        }
    }

    /** @throws Failure of kind BUSY if a process may be at the trial */
    public void remove(StoredTrial trial) {
        requireIdle(trial);
        WorkFolder work = store.work(trial.id());
        try {
            if (work.isWhole()) {
                // First, so that a trial that is half removed does not count as done.
                Files.deleteIfExists(work.place().resolve(RunStore.SCORES));
            }
            if (Files.exists(work.folder())) {
                removeWork(trial, work);
            }
            Folders.delete(work.place());
        } catch (IOException e) {
            throw Failure.resources(
                    "%s cannot be removed: %s. Check the folder's permissions.",
                    trial.folder(), IoReason.of(e).why());
        }
    }

    /** Under a lease, so that nobody begins the trial while it goes. */
    private void removeWork(StoredTrial trial, WorkFolder work) throws IOException {
        Optional<Attempt> mine = work.begin(List::of);
        if (mine.isEmpty()) {
            throw busy(trial);
        }
        try (Attempt attempt = mine.get()) {
            attempt.requireHeld();
            Folders.delete(work.folder());
        }
    }

    private Failure busy(StoredTrial trial) {
        return new Failure(
                ErrorKind.BUSY,
                "A process is at trial %s: %s says which. Stop it first; if its machine is gone, `psbench run` takes the trial over."
                        .formatted(
                                trial.shortId(), store.work(trial.id()).folder().resolve("lease-*")),
                null);
    }
}
