package io.github.psbench.run.work;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import io.github.psbench.base.Folders;
import io.github.psbench.train.Checkpoint;
import io.github.psbench.train.TrainingJournal.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a clock that goes on only when it is told to. */
class StepClockTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    private Path folder;

    private long now = 5 * SECOND;

    @Test
    void theFirstTenStepsAreWarmUpAndTheOthersGiveMedianAndQuartiles() {
        StepClock clock = new StepClock(StepClock.Measured.NOTHING, clocks());
        steps(clock, 10, 100);
        for (long seconds : new long[] {4, 1, 10, 3, 2}) {
            steps(clock, 1, seconds);
        }

        assertThat(clock.times(15)).isEqualTo(new StepTimes(15, 5, 10, 64, 3, 2, 4, 0.5));
        assertThat(Objects.requireNonNull(clock.times(15)).seconds()).isEqualTo(45);
        assertThat(Objects.requireNonNull(clock.times(15)).imagesPerSecond()).isEqualTo(64 / 3.0);
    }

    @Test
    void whatLiesBetweenStepsIsNotMeasured() {
        StepClock clock = new StepClock(StepClock.Measured.NOTHING, clocks());
        for (int i = 0; i < 12; i++) {
            steps(clock, 1, 2);
            now += 1000 * SECOND; // a checkpoint, a validation
        }

        assertThat(clock.times(12)).isEqualTo(new StepTimes(12, 2, 10, 64, 2, 2, 2, 0.5));
    }

    @Test
    void aStageOfTenStepsHasNoTimes() {
        StepClock clock = new StepClock(StepClock.Measured.NOTHING, clocks());
        steps(clock, 10, 1);

        assertThat(clock.times(10)).isNull();
    }

    @Test
    void aSmallerLastBatchIsNotWhatAStepIsSaidToHave() {
        StepClock clock = new StepClock(StepClock.Measured.NOTHING, clocks());
        steps(clock, 11, 1);
        clock.begins(3);
        clock.ends();

        assertThat(Objects.requireNonNull(clock.times(12)).images()).isEqualTo(64);
    }

    /** Three measured steps of one second, then two of three seconds: each process warms up anew. */
    @Test
    void aStageThatWasStoppedIsMeasuredOverAllItsProcesses() throws IOException {
        stopAfter13StepsOf(1);
        try (NDManager manager = NDManager.newBaseManager();
                Attempt second = begin();
                StageJournal journal = new StageJournal(second, Duration.ofHours(1), clocks())) {
            journal.last(manager);
            record(journal, 14, 25, 3);

            assertThat(journal.steps()).isEqualTo(new StepTimes(2 * 25, 5, 10, 64, 1, 1, 3, 0.5));
        }
    }

    @Test
    void aStageThatWasStoppedAtItsEndKeepsItsTimes() throws IOException {
        stopAfter13StepsOf(1);
        try (NDManager manager = NDManager.newBaseManager();
                Attempt second = begin();
                StageJournal journal = new StageJournal(second, Duration.ofHours(1), clocks())) {
            journal.last(manager);

            assertThat(journal.steps()).isEqualTo(new StepTimes(2 * 13, 3, 10, 64, 1, 1, 1, 0.5));
        }
    }

    @Test
    void aCheckpointFromBeforeStepsWereMeasuredIsGoneOnWith() throws IOException {
        stopAfter13StepsOf(1);
        Path state = checkpoint().resolve("state.json");
        String text = Files.readString(state);
        String before = text.replaceAll("(?s) *\"measured\" : \\{.*?\\},\n", "");
        assertThat(before).isNotEqualTo(text).doesNotContain("nanoseconds");
        Files.writeString(state, before);
        try (NDManager manager = NDManager.newBaseManager();
                Attempt second = begin();
                StageJournal journal = new StageJournal(second, Duration.ofHours(1), clocks())) {
            assertThat(Objects.requireNonNull(journal.last(manager)).steps()).isEqualTo(13);
            record(journal, 14, 25, 3);

            assertThat(journal.steps()).isEqualTo(new StepTimes(2 * 25, 2, 10, 64, 3, 3, 3, 0.5));
        }
    }

    @Test
    void timesDoNotShowInTheMetrics() throws IOException {
        stopAfter13StepsOf(1);
        String first = Files.readString(checkpoint().resolve("metrics.jsonl"));
        Folders.delete(folder.resolve("work/a"));
        stopAfter13StepsOf(7);

        assertThat(Files.readString(checkpoint().resolve("metrics.jsonl"))).isEqualTo(first);
    }

    private void stopAfter13StepsOf(long seconds) throws IOException {
        try (NDManager manager = NDManager.newBaseManager();
                Attempt first = begin();
                StageJournal journal = new StageJournal(first, Duration.ofHours(1), clocks())) {
            record(journal, 1, 13, seconds);
            journal.keep(new Checkpoint(1, 13, new TreeMap<>(Map.of("model/x", manager.create(new float[] {1})))));
        }
    }

    /** Steps of the second epoch. */
    private void record(StageJournal journal, int from, int to, long seconds) {
        for (int step = from; step <= to; step++) {
            journal.begins(64);
            now += seconds * SECOND;
            journal.record(new Step("training", 2, step, new TreeMap<>(Map.of("loss", 1.0)), new TreeMap<>()));
        }
    }

    private void steps(StepClock clock, int count, long seconds) {
        for (int i = 0; i < count; i++) {
            clock.begins(64);
            now += seconds * SECOND;
            clock.ends();
        }
    }

    /** Half of the time, a processor is at it. */
    private StepClock.Clocks clocks() {
        return new StepClock.Clocks(() -> now, () -> now / 2);
    }

    private Attempt begin() throws IOException {
        return new WorkFolder(folder.resolve("work/a"), folder.resolve("runs/a"), place -> false)
                .begin(List::of)
                .orElseThrow();
    }

    private Path checkpoint() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("work/a"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("checkpoint-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
