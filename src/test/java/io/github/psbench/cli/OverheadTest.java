package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.run.ForkingLauncher;
import io.github.psbench.run.GrowingStore;
import io.github.psbench.run.Plan;
import io.github.psbench.run.RunPolicy;
import io.github.psbench.run.RunStore;
import io.github.psbench.run.Runner;
import io.github.psbench.run.TrialListener;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialState;
import io.github.psbench.run.work.TaskState;
import io.github.psbench.spec.Choices;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.TrialSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What psbench takes besides training: how commands that only read slow down as a store grows, and what a trial costs before its first and
 * after its last step. {@code make overhead} runs it; it needs {@code ./psbench} to be built.
 */
@Tag("overhead")
class OverheadTest {
    private static final Path SUMMARY = Path.of("target", "overhead.md");
    private static final int TIMES = 5;
    private static final double MOST_SECONDS = 2;
    private static final Path EXPERIMENT = Path.of("experiments", "table4.yaml");

    @TempDir
    private Path folder;

    @BeforeAll
    static void beginSummary() throws IOException {
        Files.writeString(SUMMARY, "");
    }

    @Test
    void commandsThatReadStayFastWithTenThousandFinishedTrials() throws Exception {
        GrowingStore store = new GrowingStore(folder, experiment(), places());
        add("Seconds of a whole process, median of " + TIMES + ", the machine otherwise as it was\n");
        add("| finished trials | psbench --version | plan table4.yaml | runs list |\n| ---: | ---: | ---: | ---: |");
        double worst = 0;
        for (int trials : new int[] {10, 100, 1_000, 10_000}) {
            store.growTo(trials);
            double version = median("psbench", "--version");
            double plan = median(
                    "stale because training.epochs", "plan", EXPERIMENT.toString(), "--results", folder.toString());
            double list =
                    median(trials + " trials: " + trials + " done", "runs", "list", "--results", folder.toString());
            worst = Math.max(plan, list);
            add("| %,d | %.2f | %.2f | %.2f |".formatted(trials, version, plan, list));
        }
        assertThat(worst).as("seconds with 10,000 trials").isLessThan(MOST_SECONDS);
    }

    @Test
    void aTrialCostsSecondsBesideItsTraining() throws Exception {
        Choices choices = new Choices(
                null, List.of(), Choices.seedsFrom("0.." + TIMES), List.of("Baseline"), List.of("training.epochs=1"));
        Plan plan = Plan.of(Experiment.read(EXPERIMENT, choices), places(), new RunStore(folder), Progress.SILENT);
        TrialTimes times = new TrialTimes();
        List<String> options = List.of(
                "--results", folder.toString(), "--data", places().data().toString());
        List<TrialOutcome> outcomes = new Runner(
                        new ForkingLauncher(Psbench.class, options),
                        RunPolicy.on(List.of(ComputeDevice.cpu(1))),
                        Progress.SILENT,
                        times)
                .run(plan);
        assertThat(outcomes).extracting(TrialOutcome::state).containsOnly(TrialState.DONE);
        double[] starts =
                times.starts.stream().skip(1).mapToDouble(Double::doubleValue).toArray();
        double[] ends =
                times.ends.stream().skip(1).mapToDouble(Double::doubleValue).toArray();
        assertThat(starts).hasSize(TIMES);
        add("\nSeconds of a quick trial besides its steps, median and range of " + TIMES
                + " after a first that warms up\n");
        add("| from | to | median | least | most |\n| --- | --- | ---: | ---: | ---: |");
        add("| process is started | first step of training is done | " + inWords(starts));
        add("| last step of training is done | runner knows that the trial is done, without scoring | "
                + inWords(ends));
        assertThat(starts[TIMES / 2]).isPositive();
        assertThat(ends[TIMES / 2]).isPositive();
    }

    /** Notes when trials are at which point. */
    private final class TrialTimes implements TrialListener {
        private final List<Double> starts = new ArrayList<>();
        private final List<Double> ends = new ArrayList<>();
        private @Nullable Thread watch;

        @Override
        public void began(String id, TrialSpec trial) {
            Instant begun = Instant.now();
            watch = new Thread(() -> {
                while (!hasStepped(id) && !Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
                starts.add(seconds(begun, Instant.now()));
            });
            watch.start();
        }

        private boolean hasStepped(String id) {
            try (Stream<Path> files = Files.find(
                    folder.resolve("work").resolve(id),
                    2,
                    (file, attributes) -> file.endsWith("metrics.jsonl") && attributes.size() > 0)) {
                Thread.sleep(5);
                return files.findAny().isPresent();
            } catch (IOException | UncheckedIOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void moved(String id, TrialSpec trial, TaskState now) {}

        @Override
        public void ended(TrialOutcome trial) {
            try {
                Objects.requireNonNull(watch).interrupt();
                watch.join();
                Instant lastStep = Files.getLastModifiedTime(folder.resolve("runs")
                                .resolve(String.valueOf(trial.id()))
                                .resolve("metrics.jsonl"))
                        .toInstant();
                double evaluation = Objects.requireNonNull(trial.result()).evaluationSeconds();
                ends.add(seconds(lastStep, Instant.now()) - evaluation);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    private static String inWords(double[] seconds) {
        Arrays.sort(seconds);
        return "%.2f | %.2f | %.2f |".formatted(seconds[seconds.length / 2], seconds[0], seconds[seconds.length - 1]);
    }

    /** @param expected in what the command prints */
    private double median(String expected, String... arguments) throws Exception {
        double[] seconds = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            List<String> command =
                    new ArrayList<>(List.of(Path.of("psbench").toAbsolutePath().toString()));
            command.addAll(List.of(arguments));
            Path output = folder.resolve("output.txt");
            long begun = System.nanoTime();
            int code = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            seconds[i] = (System.nanoTime() - begun) / 1e9;
            assertThat(output).content().contains(expected);
            assertThat(code).isZero();
        }
        Arrays.sort(seconds);
        return seconds[TIMES / 2];
    }

    private static Experiment experiment() {
        return Experiment.read(EXPERIMENT, Choices.NONE);
    }

    private static Places places() {
        return Places.of(null, System.getenv());
    }

    private static void add(String line) throws IOException {
        Files.writeString(SUMMARY, line + "\n", StandardOpenOption.APPEND);
    }
}
