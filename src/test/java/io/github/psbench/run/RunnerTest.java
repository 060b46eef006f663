package io.github.psbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.run.work.Attempt;
import io.github.psbench.spec.Choices;
import io.github.psbench.spec.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a runner makes of the ends of its trials' processes; here these are small shell scripts, which train nothing. */
@Timeout(120)
class RunnerTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Experiment experiment;
    private Plan plan;
    private RunStore store;
    private final List<String> launched = new ArrayList<>();

    @BeforeAll
    static void readExperiment() throws IOException {
        Path file = Files.writeString(shared.resolve("three.yaml"), """
                title: Three trials
                seeds: [0, 1, 2]
                defaults:
                  protocol: paper
                  input: {height: 32, width: 16}
                  backbone: {name: resnet-slim, weights: none}
                  pretraining: none
                  loss: {alignment: {scale: 12, margin: 0.2}}
                datasets: {synthped: {}}
                rows: {Ours: {}}
                """);
        experiment = Experiment.read(file, new Choices(null, List.of(), List.of(), List.of(), List.of()));
    }

    @BeforeEach
    void plan() {
        store = new RunStore(folder);
        plan = Plan.of(experiment, new Places(shared.resolve("data"), shared.resolve("cache")), store, Progress.SILENT);
    }

    @Test
    void saysWhichSignalEndedATrialAndWhatItPrintedLast() {
        List<TrialOutcome> outcomes =
                run("echo first; echo 'bridge: no such symbol'; kill -11 $$", policy(1, 0, false, null, LONG));
        assertThat(outcomes).extracting(TrialOutcome::state).containsOnly(TrialState.FAILED);
        assertThat(outcomes.get(0).reason())
                .isEqualTo(
                        "its process ended with signal 11 (SIGSEGV). The last that it printed: first / bridge: no such symbol");
        assertThat(launched).hasSize(3);
    }

    @Test
    void beginsATrialThatCrashedAgainAsOftenAsItMay() {
        run("exit 9", policy(1, 2, false, null, LONG));
        assertThat(launched).hasSize(3 * 3);
    }

    @Test
    void doesNotBeginATrialAgainThatWouldComeToTheSame() {
        Runner runner = new Runner(
                (id, device, log) -> {
                    launched.add(id);
                    store.fail(id, ErrorKind.TRIAL_FAILED, "the loss is no number");
                    return shell("exit 1", log);
                },
                policy(1, 2, false, null, LONG),
                Progress.SILENT);
        assertThat(runner.run(plan)).extracting(TrialOutcome::reason).containsOnly("the loss is no number");
        assertThat(launched).hasSize(3);
    }

    @Test
    void endsWithTheFirstFailureIfItIsToFailFast() {
        List<TrialOutcome> outcomes = run("exit 9", policy(1, 0, true, null, LONG));
        assertThat(outcomes)
                .extracting(TrialOutcome::state)
                .containsExactly(TrialState.FAILED, TrialState.PENDING, TrialState.PENDING);
    }

    @Test
    void endsATrialThatTakesTooLong() {
        List<TrialOutcome> outcomes = run("sleep 100", policy(3, 0, false, Duration.ofSeconds(1), LONG));
        assertThat(outcomes)
                .extracting(TrialOutcome::reason)
                .containsOnly("it was ended: it took longer than 1 s (--timeout).");
    }

    @Test
    void endsATrialThatMakesNoProgress() {
        List<TrialOutcome> outcomes = run("sleep 100", policy(3, 0, false, null, Duration.ofSeconds(1)));
        assertThat(outcomes)
                .extracting(TrialOutcome::reason)
                .containsOnly("it was ended: it made no progress for 1 s (--stall).");
    }

    @Test
    void runsAsManyAtOnceAsThereArePlaces() {
        List<Integer> atOnce = new ArrayList<>();
        List<Launcher.Launched> all = new ArrayList<>();
        Runner runner = new Runner(
                (id, device, log) -> {
                    Launcher.Launched process = shell("sleep 1; exit 9", log);
                    all.add(process);
                    atOnce.add((int)
                            all.stream().filter(Launcher.Launched::isAlive).count());
                    return process;
                },
                policy(2, 0, false, null, LONG),
                Progress.SILENT);
        runner.run(plan);
        assertThat(atOnce).hasSize(3).startsWith(1, 2).allMatch(count -> count <= 2);
    }

    @Test
    void leavesATrialToWhoeverIsAtIt() throws IOException {
        String other = String.valueOf(plan.outcomes().get(1).id());
        try (Attempt attempt = store.work(other).begin(List::of).orElseThrow()) {
            List<TrialOutcome> outcomes = run("exit 9", policy(1, 0, false, null, LONG));
            assertThat(outcomes)
                    .extracting(TrialOutcome::state)
                    .containsExactly(TrialState.FAILED, TrialState.RUNNING, TrialState.FAILED);
            assertThat(launched).hasSize(2).doesNotContain(other);
            attempt.requireHeld();
        }
    }

    @Test
    void stopsItsTrialsWhenItIsToStop() {
        List<Launcher.Launched> all = new ArrayList<>();
        Progress stopping = (what, units) -> new Progress.Task() {
            @Override
            public void advance(long done) {
                if (!all.isEmpty()) {
                    throw new CancellationException("asked to stop");
                }
            }

            @Override
            public void note(String text) {}

            @Override
            public void close() {}
        };
        Runner runner = new Runner(
                (id, device, log) -> {
                    all.add(shell("trap 'exit 143' TERM; while :; do sleep 0.1; done", log));
                    return all.get(all.size() - 1);
                },
                policy(1, 0, false, null, LONG),
                stopping);
        assertThatThrownBy(() -> runner.run(plan)).isInstanceOf(CancellationException.class);
        assertThat(all).hasSize(1).noneMatch(Launcher.Launched::isAlive);
        assertThat(plan.outcomes()).extracting(TrialOutcome::state).containsOnly(TrialState.PENDING);
    }

    private List<TrialOutcome> run(String script, RunPolicy policy) {
        Runner runner = new Runner(
                (id, device, log) -> {
                    launched.add(id);
                    return shell(script, log);
                },
                policy,
                Progress.SILENT);
        return runner.run(plan);
    }

    private static RunPolicy policy(
            int slots, int retries, boolean failFast, @Nullable Duration timeout, Duration stall) {
        return new RunPolicy(Collections.nCopies(slots, ComputeDevice.cpu(1)), retries, failFast, timeout, stall);
    }

    private static Launcher.Launched shell(String script, Path log) throws IOException {
        Files.createDirectories(log.getParent());
        Process process = new ProcessBuilder("sh", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new Launcher.Launched() {
            @Override
            public boolean isAlive() {
                return process.isAlive();
            }

            @Override
            public void stop() {
                process.destroy();
            }

            @Override
            public void kill() {
                process.destroyForcibly();
            }

            @Override
            public int exitCode() {
                return process.exitValue();
            }
        };
    }
}
