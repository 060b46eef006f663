package io.github.psbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.run.work.StepTimes;
import io.github.psbench.spec.Choices;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.TrialSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunStoreTest {
    private static final String ID = "ab".repeat(32);
    private static final TrialResult RESULT = new TrialResult(
            new RetrievalScores(484, 0, 16483, 49.6, 64.9, 72.5, 33.25, 1 / 3.0 * 100, 7),
            new RetrievalScores(169, 0, 16483, 60.5, 70, 80, 40, 39, 3),
            null,
            12.5,
            100.25,
            3);

    @TempDir
    private Path results;

    @Test
    void aTrialIsDoneOnceItsScoresAreThere() throws IOException {
        RunStore store = new RunStore(results);
        assertThat(store.result(ID)).isNull();
        begin(store);
        assertThat(store.result(ID)).isNull();
        RunStore.write(store.folder(ID), RESULT, MeasuredStages.NOTHING);
        assertThat(store.result(ID)).isEqualTo(RESULT);
        assertThat(new RunStore(results).result(ID)).isEqualTo(RESULT);
    }

    @Test
    void scoresOverSeenAndUnseenCategoriesAreKeptBesideThoseOverAll() throws IOException {
        RunStore store = new RunStore(results);
        begin(store);
        RetrievalScores seen = new RetrievalScores(169, 0, 16483, 60, 70, 80, 40, 39, 2);
        RetrievalScores unseen = new RetrievalScores(315, 0, 16483, 44, 61, 69, 30, 29, 5);
        TrialResult both = new TrialResult(RESULT.scores(), seen, unseen, 1, 2, 3);
        RunStore.write(store.folder(ID), both, MeasuredStages.NOTHING);
        assertThat(store.result(ID)).isEqualTo(both);
        TrialResult noneSeen = new TrialResult(RESULT.scores(), null, unseen, 1, 2, 3);
        RunStore.write(store.folder(ID), noneSeen, MeasuredStages.NOTHING);
        assertThat(store.result(ID)).isEqualTo(noneSeen);
    }

    @Test
    void timesOfAnEarlierPsbenchAreWholeTimesOnAMachineOfWhichLittleIsKnown() throws IOException {
        RunStore store = new RunStore(results);
        begin(store);
        RunStore.write(store.folder(ID), RESULT, MeasuredStages.NOTHING);
        Files.writeString(store.folder(ID).resolve("times.json"), """
                {"pretrainingSeconds" : 12.5, "trainingSeconds" : 100.25, "evaluationSeconds" : 3.0}
                """);
        Files.writeString(store.folder(ID).resolve("environment.json"), """
                {"device" : "cpu", "processor" : "AMD EPYC", "threads" : 2}
                """);
        assertThat(store.result(ID)).isEqualTo(RESULT);
        assertThat(store.times(ID))
                .isEqualTo(new TrialTimes(
                        100.25, 12.5, 3, null, null, null, new TrialTimes.Machine("AMD EPYC", false, 2, null), null));
    }

    @Test
    void timesAreReadBackWithTheMachinesOfTheTrialAndOfItsBackbone() throws IOException {
        RunStore store = new RunStore(results);
        assertThat(store.times(ID)).isNull();
        begin(store);
        StepTimes training = new StepTimes(240, 230, 10, 64, 0.15, 0.14, 0.17, 0.98);
        StepTimes pretraining = new StepTimes(120, 110, 10, 32, 0.25, 0.24, 0.27, 0.97);
        TrialTimes.Evaluations validation = new TrialTimes.Evaluations(10, 0.5);
        String backbone = "cd".repeat(32);
        RunStore.write(store.folder(ID), RESULT, new MeasuredStages(training, pretraining, backbone, validation));
        RunStore.writeJson(
                store.folder(ID).resolve("environment.json"),
                Map.of(
                        "device",
                        "gpu:1 (NVIDIA TITAN Xp (12 GB))",
                        "processor",
                        "AMD",
                        "threads",
                        1,
                        "trialsAtOnce",
                        2));
        TrialTimes.Machine gpu = new TrialTimes.Machine("NVIDIA TITAN Xp (12 GB)", true, 1, 2);
        TrialTimes expected = new TrialTimes(100.25, 12.5, 3, training, pretraining, validation, gpu, null);
        assertThat(store.times(ID)).as("its backbone is gone").isEqualTo(expected);
        RunStore.writeJson(store.backbone(backbone).resolve("made.json"), Map.of());
        RunStore.writeJson(
                store.backbone(backbone).resolve("environment.json"), Map.of("device", "cpu", "processor", "AMD"));
        assertThat(Objects.requireNonNull(store.times(ID)).pretrainingMachine())
                .isEqualTo(new TrialTimes.Machine("AMD", false, null, null));
        assertThat(store.result(ID)).isEqualTo(RESULT);
    }

    @Test
    void scoresHoldNothingThatDiffersBetweenRuns() throws IOException {
        RunStore store = new RunStore(results);
        begin(store);
        RunStore.write(store.folder(ID), RESULT, MeasuredStages.NOTHING);
        assertThat(Files.readString(store.folder(ID).resolve("scores.json"))).doesNotContainIgnoringCase("second");
    }

    @Test
    void aFailureIsKeptUntilTheTrialIsTriedAgain() throws IOException {
        RunStore store = new RunStore(results);
        store.fail(ID, ErrorKind.TRIAL_FAILED, "the loss is no longer a finite number");
        assertThat(store.failure(ID)).isEqualTo("the loss is no longer a finite number");
        assertThat(store.failedForWantOfLuck(ID)).isFalse();
        store.fail(ID, ErrorKind.RESOURCES, "its process ended with signal 9");
        assertThat(store.failedForWantOfLuck(ID)).isTrue();
        store.forgetFailure(ID);
        assertThat(store.failure(ID)).isNull();
    }

    @Test
    void damagedScoresAreAnErrorThatNamesTheFileAndTheRemedy() throws IOException {
        RunStore store = new RunStore(results);
        begin(store);
        Path scores = Files.writeString(store.folder(ID).resolve("scores.json"), "{\"queries\": 4");
        assertThatThrownBy(() -> store.result(ID))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(scores.toString())
                .hasMessageContaining("The next run makes this trial anew");
    }

    /** Whatever an experiment may hold reaches the trial's process as it was read. */
    @ParameterizedTest
    @ValueSource(strings = {"table2", "table3", "table4", "table5", "sweep-lambda", "convergence", "tune-table4"})
    void aLaunchIsReadBackAsItWasWritten(String experiment) {
        RunStore store = new RunStore(results);
        for (String profile : List.of("quick", "compact", "paper")) {
            Experiment file = Experiment.read(
                    Path.of("experiments", experiment + ".yaml"),
                    new Choices(profile, List.of(), List.of(), List.of(), List.of()));
            for (TrialSpec trial : file.trials()) {
                Launch launch = new Launch(file.name(), trial);
                store.prepare(ID, launch);
                assertThat(store.prepared(ID)).isEqualTo(launch);
            }
        }
    }

    private static Launch launch() {
        Experiment file = Experiment.read(
                Path.of("experiments/table2.yaml"), new Choices(null, List.of(), List.of(), List.of(), List.of()));
        return new Launch(file.name(), file.trials().get(0));
    }

    private static void begin(RunStore store) {
        RunStore.describe(
                store.folder(ID),
                new TrialIdentity(ID, JsonNodeFactory.instance.objectNode(), null),
                launch(),
                JsonNodeFactory.instance.objectNode());
    }
}
