package io.github.psbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.run.work.Attempt;
import io.github.psbench.spec.Choices;
import io.github.psbench.spec.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleTrialsTest {
    @TempDir
    private static Path shared;

    @TempDir
    private Path results;

    private RunStore store;

    @BeforeEach
    void open() {
        store = new RunStore(results);
    }

    @Test
    void aPendingTrialOfWhichAnOtherVersionIsFinishedIsStaleAndSaysWhatHasChanged() throws IOException {
        finish(plan("first", "loss.asmr.lambda=4", "training.epochs=2"), 0, "2026-11-22T04:00:00Z");
        Plan now = plan("first", "loss.asmr.lambda=6", "training.epochs=2");
        assertThat(now.outcomes())
                .extracting(TrialOutcome::state, TrialOutcome::reason)
                .containsExactly(
                        tuple(TrialState.STALE, "loss.asmr.lambda: 4.0 -> 6.0"), tuple(TrialState.PENDING, null));
        assertThat(now.cost(ComputeDevice.cpu(1)).due().trials())
                .as("stale ones are due")
                .isEqualTo(2);
    }

    @Test
    void theNewestOfSeveralIsTakenAndAtMostThreeChangesAreNamed() throws IOException {
        finish(plan("first", "loss.asmr.lambda=4"), 0, "2026-11-22T05:00:00Z");
        finish(plan("first", "loss.asmr.lambda=5"), 0, "2026-11-22T04:00:00Z");
        assertThat(reason(plan("first"))).isEqualTo("loss.asmr.lambda: 4.0 -> 6.0");
        assertThat(reason(plan(
                        "first",
                        "loss.asmr=none",
                        "training.epochs=3",
                        "training.batch=32",
                        "flip=false",
                        "input.width=24")))
                .isEqualTo(
                        "input.width: 16 -> 24, flip: true -> false, loss.asmr: {\"lambda\":4.0,\"form\":{\"name\":\"paper\" ..."
                                + " -> none and 2 more");
    }

    @Test
    void dataAndTrainingCodeThatHaveChangedAreToldInWords() throws IOException {
        Plan plan = plan("first");
        Path old = finish(plan("first", "loss.asmr.lambda=4"), 0, "2026-11-22T05:00:00Z");
        String now = RunStore.JSON.writeValueAsString(
                Objects.requireNonNull(plan.entries().get(0).identity()).content());
        Files.writeString(
                old.resolve("trial.json"),
                now.replaceFirst("\"trainingRevision\" : [0-9]+", "\"trainingRevision\" : 0")
                        .replaceFirst("\"dataDigest\" : \"....", "\"dataDigest\" : \"zzzz"));
        assertThat(reason(plan))
                .matches("the training code has changed \\(revision 0 -> [0-9]+\\), the data have changed");
    }

    @Test
    void whatHasBegunOrFailedWinsAndOtherExperimentsDoNotCount() throws IOException {
        finish(plan("other", "loss.asmr.lambda=4"), 0, "2026-11-22T05:00:00Z");
        Plan plan = plan("first");
        assertThat(plan.outcomes()).extracting(TrialOutcome::state).containsOnly(TrialState.PENDING);
        finish(plan("first", "loss.asmr.lambda=4"), 0, "2026-11-22T05:00:00Z");
        finish(plan("first", "loss.asmr.lambda=4"), 1, "2026-11-22T05:00:00Z");
        assertThat(plan.outcomes()).extracting(TrialOutcome::state).containsOnly(TrialState.STALE);
        String id = id(plan.entries().get(1));
        store.prepare(id, new Launch("first", plan.entries().get(1).spec()));
        try (Attempt attempt = store.work(id).begin(List::of).orElseThrow()) {
            assertThat(attempt.isHeld()).isTrue();
            assertThat(plan.outcomes())
                    .extracting(TrialOutcome::state)
                    .containsExactly(TrialState.STALE, TrialState.RUNNING);
        }
        store.fail(id, ErrorKind.TRIAL_FAILED, "no luck");
        assertThat(plan.outcomes())
                .extracting(TrialOutcome::state)
                .containsExactly(TrialState.STALE, TrialState.FAILED);
    }

    @Test
    void aTrialOfThePlanMakesNoOtherOneStaleAndDamagedOnesDoNotCount() throws IOException {
        Plan plan = plan("first");
        finish(plan, 0, "2026-11-22T05:00:00Z");
        Path damaged = finish(plan("first", "flip=false"), 1, "2026-11-22T05:00:00Z");
        Files.writeString(damaged.resolve("trial.json"), "{");
        Files.writeString(damaged.resolve("launch.json"), "{\"experiment\"");
        assertThat(plan.outcomes())
                .extracting(TrialOutcome::state)
                .containsExactly(TrialState.DONE, TrialState.PENDING);
    }

    private static String id(Plan.Entry entry) {
        return Objects.requireNonNull(entry.identity()).id();
    }

    private static String reason(Plan plan) {
        return String.valueOf(plan.outcomes().get(0).reason());
    }

    private Path finish(Plan plan, int index, String when) throws IOException {
        Plan.Entry entry = plan.entries().get(index);
        Path folder = store.folder(id(entry));
        TrialIdentity identity = Objects.requireNonNull(entry.identity());
        RunStore.describe(
                folder, identity, new Launch(plan.experiment(), entry.spec()), RunStore.JSON.createObjectNode());
        RunStore.write(
                folder,
                new TrialResult(new RetrievalScores(140, 0, 1260, 60, 80, 90, 30, 20, 0), null, null, 0, 1, 1),
                MeasuredStages.NOTHING);
        Files.setLastModifiedTime(folder.resolve("scores.json"), FileTime.from(Instant.parse(when)));
        return folder;
    }

    private Plan plan(String name, String... settings) throws IOException {
        Path file = Files.writeString(shared.resolve(name + ".yaml"), """
                title: Two trials
                seeds: [0, 1]
                defaults:
                  protocol: paper
                  input: {height: 32, width: 16}
                  backbone: {name: resnet-slim, weights: none}
                  pretraining: none
                  loss: {alignment: {scale: 12, margin: 0.2}, asmr: {lambda: 6}}
                datasets: {synthped: {}}
                rows: {Ours: {}}
                """);
        Experiment experiment =
                Experiment.read(file, new Choices(null, List.of(), List.of(), List.of(), List.of(settings)));
        return Plan.of(experiment, new Places(shared.resolve("data"), shared.resolve("cache")), store, Progress.SILENT);
    }
}
