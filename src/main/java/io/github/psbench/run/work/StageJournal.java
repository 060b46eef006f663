package io.github.psbench.run.work;

import ai.djl.ndarray.NDManager;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.train.Checkpoint;
import io.github.psbench.train.TrainingJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The metrics and checkpoints of a stage of training, in an attempt's folder. It begins with those of the attempts before. */
public class StageJournal implements TrainingJournal, AutoCloseable {
    private final Attempt attempt;
    private final Duration betweenCheckpoints;
    private final @Nullable CheckpointFolder last;
    private final double earlierSeconds;
    private final Path file;
    private final MetricsFile metrics;
    private final StepClock clock;
    private long stepsOfStage;
    private long begun = System.nanoTime();
    private long kept = begun;
    private double asideSeconds;

    /** @param betweenCheckpoints within an epoch */
    public StageJournal(Attempt attempt, Duration betweenCheckpoints) throws IOException {
        this(attempt, betweenCheckpoints, StepClock.Clocks.ofThisProcess());
    }

    /** @param clocks what steps are timed with */
    StageJournal(Attempt attempt, Duration betweenCheckpoints, StepClock.Clocks clocks) throws IOException {
        this.attempt = attempt;
        this.betweenCheckpoints = betweenCheckpoints;
        file = attempt.folder().resolve("metrics.jsonl");
        Optional<CheckpointFolder> found = attempt.last();
        last = found.orElse(null);
        if (last == null) {
            earlierSeconds = 0;
            clock = new StepClock(StepClock.Measured.NOTHING, clocks);
        } else {
            CheckpointFolder.State state = last.state().orElseThrow();
            earlierSeconds = state.seconds();
            clock = new StepClock(Objects.requireNonNullElse(state.measured(), StepClock.Measured.NOTHING), clocks);
            stepsOfStage = (last.epoch() + 1L) * last.steps();
            Files.copy(last.metrics(), file, StandardCopyOption.REPLACE_EXISTING);
        }
        metrics = MetricsFile.append(file);
    }

    /** Where this stage goes on, such as "in epoch 3, after 12 steps"; null where it begins at its beginning. */
    public @Nullable String start() {
        return last == null ? null : CheckpointFolder.inWords(last.epoch(), last.steps());
    }

    @Override
    public void begins(int images) {
        clock.begins(images);
    }

    @Override
    public void record(Step step) {
        clock.ends();
        stepsOfStage = (long) step.epoch() * step.step();
        metrics.write(step);
    }

    /** The scores of the validation split after an epoch, counted from 1. */
    protected void validated(int epoch, RetrievalScores scores) {
        metrics.validated(epoch, scores);
    }

    @Override
    public @Nullable Checkpoint last(NDManager manager) {
        Checkpoint checkpoint = last == null ? null : last.read(manager);
        begun = System.nanoTime();
        kept = begun;
        return checkpoint;
    }

    @Override
    public boolean due() {
        return System.nanoTime() - kept >= betweenCheckpoints.toNanos();
    }

    @Override
    public void keep(Checkpoint checkpoint) {
        try {
            attempt.keep(checkpoint, file, seconds(), clock.measured());
            kept = System.nanoTime();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So much of the time was not training. */
    protected void subtract(double seconds) {
        asideSeconds += seconds;
    }

    /** Seconds of training until now, over all attempts. */
    public double seconds() {
        return earlierSeconds + (System.nanoTime() - begun) / 1e9 - asideSeconds;
    }

    /** What the steps of the stage took, once it is over; null if it had too few to be measured. */
    public @Nullable StepTimes steps() {
        return clock.times(stepsOfStage);
    }

    @Override
    public void close() throws IOException {
        metrics.close();
    }
}
