package io.github.psbench.run.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderComesIntoItsPlaceWholeAndItsWorkIsClearedAway() throws IOException {
        try (Attempt attempt = begin()) {
            Files.writeString(attempt.folder().resolve("scores.json"), "{}");
            Files.writeString(attempt.log(), "done\n");
            work().finish(attempt);
        }
        assertThat(work().isWhole()).isTrue();
        assertThat(work().place().resolve("log.txt")).hasContent("done");
        assertThat(work().folder()).doesNotExist();
        assertThat(work().begin(List::of)).as("nothing is left to do").isEmpty();
    }

    @Test
    void whatIsInThePlaceWithoutBeingWholeIsReplaced() throws IOException {
        Files.createDirectories(work().place());
        Files.writeString(work().place().resolve("leftover"), "");
        finish(begin());
        assertThat(work().place().resolve("leftover")).doesNotExist();
        assertThat(work().place().resolve("scores.json")).exists();
    }

    @Test
    void ofTwoThatThinkThemselvesHoldersTheFirstToFinishWins() throws IOException {
        Attempt sleeper = begin();
        Lease.takeOver(new LeaseFile(work().folder(), 1), LeaseTerms.USUAL)
                .orElseThrow()
                .close();
        Attempt heir = begin();
        Files.createDirectories(sleeper.folder()); // it wakes up and goes on writing
        Files.writeString(sleeper.folder().resolve("scores.json"), "sleeper");
        assertThatThrownBy(() -> work().finish(sleeper)).isInstanceOf(CancellationException.class);
        Files.writeString(heir.folder().resolve("scores.json"), "heir");
        work().finish(heir);
        work().finish(sleeper);
        assertThat(work().place().resolve("scores.json")).hasContent("heir");
        sleeper.close();
        heir.close();
    }

    @Test
    void theNextAttemptGoesOnFromTheLastCheckpointWithItsMetrics() throws IOException {
        try (NDManager manager = NDManager.newBaseManager();
                Attempt first = begin();
                StageJournal journal = new StageJournal(first, Duration.ofHours(1))) {
            assertThat(journal.start()).isNull();
            assertThat(journal.last(manager)).isNull();
            for (int step = 1; step <= 3; step++) {
                journal.record(step(step));
                journal.keep(checkpoint(step, step * 10f, manager));
            }
            journal.record(step(4));
        }
        try (NDManager manager = NDManager.newBaseManager();
                Attempt second = begin();
                StageJournal journal = new StageJournal(second, Duration.ofHours(1))) {
            Checkpoint last = Objects.requireNonNull(journal.last(manager));
            assertThat(last.epoch()).isZero();
            assertThat(last.steps()).isEqualTo(3);
            assertThat(Objects.requireNonNull(last.tensors().get("model/x")).toFloatArray())
                    .containsExactly(30f);
            assertThat(Files.readAllLines(second.folder().resolve("metrics.jsonl")))
                    .as("the fourth step is made again")
                    .hasSize(3);
            assertThat(journal.start()).isEqualTo("in epoch 1, after 3 steps");
        }
        assertThat(checkpoints()).as("the last and the one before").hasSize(2);
    }

    @Test
    void aDamagedCheckpointIsRefusedAndTheOneBeforeIsUsed() throws IOException {
        for (String file : List.of("tensors.safetensors", "metrics.jsonl", "state.json")) {
            try (NDManager manager = NDManager.newBaseManager();
                    Attempt first = begin();
                    StageJournal journal = new StageJournal(first, Duration.ofHours(1))) {
                journal.keep(checkpoint(1, 1, manager));
                journal.record(step(2));
                journal.keep(checkpoint(2, 2, manager));
            }
            Path newest = checkpoints().get(1);
            byte[] bytes = Files.readAllBytes(newest.resolve(file));
            bytes[bytes.length / 2] ^= 1;
            Files.write(newest.resolve(file), bytes);
            try (NDManager manager = NDManager.newBaseManager();
                    Attempt second = begin();
                    StageJournal journal = new StageJournal(second, Duration.ofHours(1))) {
                assertThat(Objects.requireNonNull(journal.last(manager)).steps())
                        .as(file)
                        .isEqualTo(1);
            }
            assertThat(newest).as("it is of no use").doesNotExist();
            Folders.delete(work().folder());
        }
    }

    @Test
    void halfACheckpointIsNone() throws IOException {
        try (Attempt first = begin()) {
            Path half = Files.createDirectories(first.folder().resolveSibling(".checkpoint-123"));
            Files.writeString(half.resolve("tensors.safetensors"), "half");
        }
        try (Attempt second = begin()) {
            assertThat(second.last()).isEmpty();
        }
        assertThat(work().folder().resolve(".checkpoint-123")).doesNotExist();
    }

    @Test
    void whoeverHasLostTheLeaseKeepsNothing() throws IOException {
        try (NDManager manager = NDManager.newBaseManager();
                Attempt sleeper = begin();
                StageJournal journal = new StageJournal(sleeper, Duration.ofHours(1))) {
            Lease.takeOver(new LeaseFile(work().folder(), 1), LeaseTerms.USUAL)
                    .orElseThrow()
                    .close();
            journal.keep(checkpoint(1, 1, manager));
            assertThat(checkpoints()).isEmpty();
        }
    }

    private WorkFolder work() {
        return new WorkFolder(
                folder.resolve("work/a"),
                folder.resolve("runs/a"),
                place -> Files.exists(place.resolve("scores.json")));
    }

    private Attempt begin() throws IOException {
        return work().begin(List::of).orElseThrow();
    }

    private void finish(Attempt attempt) throws IOException {
        try (attempt) {
            Files.writeString(attempt.folder().resolve("scores.json"), "{}");
            work().finish(attempt);
        }
    }

    private List<Path> checkpoints() throws IOException {
        try (Stream<Path> files = Files.list(work().folder())) {
            return files.filter(file -> file.getFileName().toString().startsWith("checkpoint-"))
                    .sorted()
                    .toList();
        }
    }

    private static Checkpoint checkpoint(int steps, float value, NDManager manager) {
        return new Checkpoint(0, steps, new TreeMap<>(Map.of("model/x", manager.create(new float[] {value}))));
    }

    private static Step step(int number) {
        return new Step("training", 1, number, new TreeMap<>(Map.of("loss", 1.0)), new TreeMap<>());
    }
}
