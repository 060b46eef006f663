package io.github.psbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.psbench.base.Progress;
import io.github.psbench.model.Network;
import io.github.psbench.run.work.Attempt;
import io.github.psbench.run.work.LeaseTerms;
import io.github.psbench.run.work.LeaseWatch;
import io.github.psbench.run.work.StageJournal;
import io.github.psbench.run.work.WatchedProgress;
import io.github.psbench.run.work.WorkFolder;
import io.github.psbench.train.TrainingJournal;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** Makes a pretrained backbone, unless it is there. Of several processes that want it at once, one makes it and the others wait. */
final class BackboneMaking {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final PretrainingIdentity identity;
    private final RunStore store;
    private final JsonNode environment;
    private final Duration betweenCheckpoints;
    private final WatchedProgress progress;

    /** @param environment where it is made, if it is made here */
    BackboneMaking(
            PretrainingIdentity identity,
            RunStore store,
            JsonNode environment,
            Duration betweenCheckpoints,
            WatchedProgress progress) {
        this.identity = identity;
        this.store = store;
        this.environment = environment;
        this.betweenCheckpoints = betweenCheckpoints;
        this.progress = progress;
    }

    /** @param pretraining gives the backbone, which is closed here */
    PretrainedBackbone make(Function<TrainingJournal, Network> pretraining) throws IOException {
        PretrainedBackbone made = new PretrainedBackbone(store.backbone(identity.id()));
        WorkFolder work = store.backboneWork(identity.id());
        while (!made.isSound()) {
            Optional<Attempt> mine = work.begin(progress::tasks);
            if (mine.isPresent()) {
                try (Attempt attempt = mine.get()) {
                    make(work, attempt, pretraining);
                }
            } else if (!made.isSound()) {
                await(work);
            }
        }
        return made;
    }

    private void make(WorkFolder work, Attempt attempt, Function<TrainingJournal, Network> pretraining)
            throws IOException {
        PretrainedBackbone.describe(attempt.folder(), identity, environment);
        try (StageJournal journal = new StageJournal(attempt, betweenCheckpoints);
                Network backbone = pretraining.apply(journal)) {
            PretrainedBackbone.write(attempt.folder(), backbone, journal.seconds(), journal.steps());
        }
        work.finish(attempt);
    }

    /** Until the backbone is there, or nobody makes it any more. */
    private void await(WorkFolder work) throws IOException {
        LeaseWatch watch = new LeaseWatch(LeaseTerms.USUAL, System::nanoTime);
        try (Progress.Task task = progress.begin("waiting for another run that is pretraining", 1)) {
            while (!watch.isFree(work.folder())) {
                watch.tasks(work.folder()).forEach(other -> task.note(other.inWords())); // the innermost comes last
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                task.advance(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while it waited");
        }
    }
}
