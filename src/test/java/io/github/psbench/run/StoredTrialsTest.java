package io.github.psbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.run.work.Attempt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTrialsTest {
    @TempDir
    private Path results;

    private SmallRuns runs;
    private StoredTrials trials;

    @BeforeEach
    void store() {
        runs = new SmallRuns(results);
        trials = new StoredTrials(runs.store());
    }

    @Test
    void anEmptyStoreHasNone() {
        assertThat(trials.all()).isEmpty();
        assertThat(new StoredTrials(new RunStore(results.resolve("nowhere"))).all())
                .isEmpty();
    }

    @Test
    void aDoneTrialHasItsNamesScoresAndTime() throws IOException {
        Path folder = runs.done("Ours", 2, 61.5);
        Instant finished = Instant.parse("2026-11-22T04:27:25Z");
        Files.setLastModifiedTime(folder.resolve("scores.json"), FileTime.from(finished));
        StoredTrial trial = trials.find(runs.id("Ours", 2));
        assertThat(trial.id()).isEqualTo(runs.id("Ours", 2)).startsWith(trial.shortId());
        assertThat(trial.experiment()).isEqualTo("table4");
        assertThat(trial.row()).isEqualTo("Ours");
        assertThat(trial.dataset()).isEqualTo("synthped");
        assertThat(trial.seed()).isEqualTo(2);
        assertThat(trial.state()).isEqualTo(TrialState.DONE);
        assertThat(trial.reason()).isNull();
        assertThat(trial.finished()).isEqualTo(finished);
        TrialResult result = Objects.requireNonNull(new TrialFolder(trial).result());
        assertThat(result).isEqualTo(runs.store().result(trial.id()));
        assertThat(trial.scores()).isEqualTo(result.scores());
    }

    @Test
    void everyStateIsTold() throws IOException {
        runs.done("Ours", 0, 60);
        runs.failed("Ours", 1, "the loss is no longer a finite number");
        runs.partial("Ours", 2, 3);
        runs.pending("Baseline", 0);
        try (Attempt attempt = runs.running("Baseline", 1)) {
            assertThat(attempt.isHeld()).isTrue();
            assertThat(trials.all())
                    .extracting(StoredTrial::row, StoredTrial::seed, StoredTrial::state, StoredTrial::reason)
                    .containsExactly(
                            tuple("Baseline", 0L, TrialState.PENDING, null),
                            tuple("Baseline", 1L, TrialState.RUNNING, null),
                            tuple("Ours", 0L, TrialState.DONE, null),
                            tuple("Ours", 1L, TrialState.FAILED, "the loss is no longer a finite number"),
                            tuple("Ours", 2L, TrialState.PARTIAL, "in epoch 4, after 0 steps"));
        }
    }

    @Test
    void aTrialFromBeforeLaunchesWereKeptIsKnownByItsSettings() throws IOException {
        Files.delete(runs.done("Ours", 2, 60).resolve("launch.json"));
        StoredTrial trial = trials.find(runs.id("Ours", 2));
        assertThat(trial.experiment()).isNull();
        assertThat(trial.row()).isNull();
        assertThat(trial.dataset()).isEqualTo("synthped");
        assertThat(trial.seed()).isEqualTo(2);
        assertThat(trial.state()).isEqualTo(TrialState.DONE);
    }

    @Test
    void aDamagedTrialIsAFailedOneAmongTheOthers() throws IOException {
        Path folder = runs.done("Ours", 0, 60);
        runs.done("Ours", 1, 70);
        for (String damage : List.of("{\"queries\": 1", "{}", "[1]", "", "{\"queries\": \"many\"}")) {
            Files.writeString(folder.resolve("scores.json"), damage);
            assertThat(trials.all())
                    .as(damage)
                    .extracting(StoredTrial::state)
                    .containsExactly(TrialState.FAILED, TrialState.DONE);
            assertThat(trials.all().get(0).reason()).contains("scores.json is damaged");
        }
        Files.writeString(folder.resolve("launch.json"), "{\"experiment\": \"ta");
        assertThat(trials.find(runs.id("Ours", 0)).dataset()).isEqualTo("synthped");
    }

    @Test
    void workOnBackbonesAndOtherFoldersAreNoTrials() throws IOException {
        Files.createDirectories(results.resolve("work").resolve("ab".repeat(32)).resolve("attempt-000001"));
        Files.createDirectories(results.resolve("runs/notes"));
        Files.writeString(Files.createDirectories(results.resolve("runs/ABC")).resolve("launch.json"), "{}");
        assertThat(trials.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "../../etc", "abcdx", "/tmp", "....", "a/bc", "*"})
    void whatIsNoBeginningOfAnIdIsRefused(String id) throws IOException {
        runs.done("Ours", 0, 60);
        assertThatThrownBy(() -> trials.find(id))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.USAGE))
                .hasMessageContaining("4 to 64 hexadecimal digits")
                .hasMessageContaining("got '" + id + "'");
    }

    @Test
    void aBeginningOfNoneOrOfSeveralIsRefusedAndOneOfOneFound() throws IOException {
        runs.done("Ours", 0, 60);
        String id = runs.id("Ours", 0);
        Path twin = runs.store().folder(id.substring(0, 10) + "0".repeat(54));
        Files.createDirectories(twin);
        assertThatThrownBy(() -> trials.find(id.substring(0, 6)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("2 trials have ids that begin with '" + id.substring(0, 6) + "'")
                .hasMessageContaining(id.substring(0, 12))
                .hasMessageContaining("Give more digits.");
        assertThat(trials.find(id.substring(0, 20).toUpperCase(Locale.ROOT)).id())
                .isEqualTo(id);
        assertThatThrownBy(() -> trials.find("0123456789"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("No trial of this store has an id that begins with '0123456789'");
    }
}
