package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sweep whose runner and trials are killed again and again at random moments ends with the same bytes as one that is left in peace, and
 * nothing that was finished is run again; and of four runners that race on one store, each trial is run by one. {@code make torture} runs
 * it.
 */
@Tag("torture")
class TortureTest {
    private static final long SEED = 5;
    private static final int KILLS = 100;
    private static final int RUNNERS = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final Duration TIME = Duration.ofMinutes(12);

    private static final String EXPERIMENT = """
            title: Eight small trials
            seeds: [0, 1]
            defaults:
              protocol: paper
              input: {height: 32, width: 16}
              backbone: {name: resnet-slim, weights: none}
              embedding: {dimension: 32, hidden: [64]}
              pretraining: {epochs: 1}
              validation: {share: 0.2}
              crop: {padding: 2}
              loss: {alignment: {scale: 12, margin: 0.2}}
              training: {epochs: 2, batch: 64, frozen-batch-norm: false, learning-rates: {image: 0.05}}
            datasets:
              synthped: {}
            rows:
              Ours: {}
              Without: {loss.asmr: none}
              SphereFace: {loss.alignment: {name: sphereface}}
              Alone: {pretraining: none}
            """;

    /** What is the same in every run of a trial, or of a pretrained backbone. */
    private static final List<String> SAME = List.of(
            "trial.json",
            "pretraining.json",
            "metrics.jsonl",
            "queries.safetensors",
            "gallery.safetensors",
            "prototypes.safetensors",
            "weights.safetensors",
            "backbone.safetensors",
            "w.json",
            "scores.json");

    @TempDir
    private Path folder;

    private final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(SEED);
    private final Map<String, Integer> kills = new TreeMap<>();
    private double slowestStop;
    private final Map<Path, Object> finished = new HashMap<>();

    @Test
    void aSweepThatIsKilledAHundredTimesEndsWithTheSameBytesAndRunsNothingTwice() throws Exception {
        Files.writeString(folder.resolve("torture.yaml"), EXPERIMENT);
        long begun = System.nanoTime();
        assertThat(start("peace").waitFor()).isZero();
        double inPeace = (System.nanoTime() - begun) / 1e9;
        int files = 0;
        int rounds = 0;
        while (killed() < KILLS && System.nanoTime() - begun < TIME.toNanos()) {
            String store = "store" + rounds++;
            torture(store, begun);
            files += compared(store);
        }
        String summary =
                ("seed %d: %d sweeps of 8 trials were killed %d times (%s) and gone on with until done; %d files equal those of"
                                + " the sweep in peace, which took %.0f s; no finished trial was run again; %.0f s in all")
                        .formatted(SEED, rounds, killed(), kills, files, inPeace, (System.nanoTime() - begun) / 1e9);
        assertThat(killed()).as(summary).isGreaterThanOrEqualTo(KILLS);
        String race = race();
        Files.writeString(
                Path.of("target", "torture.md"),
                "%s%nthe runner ended at most %.1f s after SIGTERM%n%s%n".formatted(summary, slowestStop, race));
        assertThat(slowestStop).as("seconds after SIGTERM").isLessThan(30);
    }

    private String race() throws IOException, InterruptedException {
        String store = "race";
        List<Process> runners = new ArrayList<>();
        for (int i = 0; i < RUNNERS; i++) {
            runners.add(start(store));
        }
        for (Process runner : runners) {
            runner.waitFor(); // not 0 where what is left is under way elsewhere
        }
        assertThat(start(store).waitFor()).isZero();
        int files = compared(store);
        for (Path trial : made(store)) {
            Path log = trial.resolve("log.txt");
            if (Files.exists(log)) {
                assertThat(Files.readString(log)).containsOnlyOnce(" started\n");
            }
        }
        return "%d runners raced on one store: each of 8 trials was started once, %d files equal those of the sweep in peace"
                .formatted(RUNNERS, files);
    }

    /** Starts the runner and kills it or a trial, until the sweep is done. */
    private void torture(String store, long begun) throws IOException, InterruptedException {
        int code = -1;
        while (code != 0) {
            Process runner = start(store);
            while (runner.isAlive()) {
                if (killed() >= KILLS || System.nanoTime() - begun > TIME.toNanos()) {
                    runner.waitFor();
                } else {
                    waitAWhile(runner, store);
                    kill(runner);
                }
            }
            code = runner.waitFor();
            checkNothingRanAgain(store);
        }
    }

    /** One time in four from now on, so that starts are disturbed too; else from the next step of a trial. */
    private void waitAWhile(Process runner, String store) throws IOException, InterruptedException {
        if (random.nextInt(4) > 0) {
            long before = steps(store);
            while (runner.isAlive() && steps(store) == before) {
                Thread.sleep(20);
            }
        }
        runner.waitFor(random.nextLong(LONGEST_WAIT.toMillis()), TimeUnit.MILLISECONDS);
    }

    /** How much the attempts under way have written of their metrics. */
    private long steps(String store) throws IOException {
        Path work = folder.resolve(store).resolve("work");
        if (!Files.isDirectory(work)) {
            return 0;
        }
        long bytes = 0;
        try (Stream<Path> files = Files.find(work, 3, (file, attributes) -> file.endsWith("metrics.jsonl"))) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        } catch (UncheckedIOException | NoSuchFileException e) {
            // An attempt has just been finished or taken over.
        }
        return bytes;
    }

    private void kill(Process runner) throws InterruptedException {
        if (!runner.isAlive()) {
            return;
        }
        List<ProcessHandle> trials = runner.descendants().toList();
        boolean itself = trials.isEmpty() || random.nextBoolean();
        ProcessHandle victim = itself ? runner.toHandle() : trials.get(random.nextInt(trials.size()));
        boolean hard = random.nextBoolean();
        long asked = System.nanoTime();
        if (hard ? victim.destroyForcibly() : victim.destroy()) {
            kills.merge((itself ? "runner" : "trial") + (hard ? " SIGKILL" : " SIGTERM"), 1, Integer::sum);
            if (itself && !hard) {
                runner.waitFor();
                slowestStop = Math.max(slowestStop, (System.nanoTime() - asked) / 1e9);
            }
        }
    }

    private int killed() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The folder of a finished trial is the same folder forever. */
    private void checkNothingRanAgain(String store) throws IOException {
        for (Path trial : made(store)) {
            Object key = Objects.requireNonNull(
                    Files.readAttributes(trial, BasicFileAttributes.class).fileKey());
            assertThat(finished.putIfAbsent(trial, key))
                    .as("%s, seed %d", trial, SEED)
                    .isIn(null, key);
        }
    }

    private int compared(String store) throws IOException {
        int files = 0;
        List<Path> expected = made("peace");
        assertThat(made(store)).hasSameSizeAs(expected).hasSize(8 + 2);
        for (Path trial : expected) {
            Path other = folder.resolve(store).resolve(folder.resolve("peace").relativize(trial));
            for (String name : SAME) {
                if (Files.exists(trial.resolve(name))) {
                    assertThat(other.resolve(name)).as("seed %d", SEED).hasSameBinaryContentAs(trial.resolve(name));
                    files++;
                }
            }
            if (Files.exists(other.resolve("log.txt"))) {
                assertThat(Files.readString(other.resolve("log.txt"))).containsOnlyOnce(" done\n");
            }
        }
        return files;
    }

    /** The folders of finished trials and backbones. */
    private List<Path> made(String store) throws IOException {
        List<Path> made = new ArrayList<>();
        for (String kind : List.of("runs", "backbones")) {
            Path parent = folder.resolve(store).resolve(kind);
            if (Files.isDirectory(parent)) {
                try (Stream<Path> folders = Files.list(parent)) {
                    folders.sorted().forEach(made::add);
                }
            }
        }
        return made;
    }

    private Process start(String store) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dai.djl.offline=true",
                "-DDJL_CACHE_DIR="
                        + Objects.requireNonNullElse(
                                System.getenv("DJL_CACHE_DIR"), System.getProperty("DJL_CACHE_DIR")),
                "-cp",
                System.getProperty("java.class.path"),
                Psbench.class.getName(),
                "run",
                folder.resolve("torture.yaml").toString(),
                "--results",
                folder.resolve(store).toString(),
                "--per-device",
                "2",
                "--retries",
                "5",
                "--checkpoint-minutes",
                "0.005");
        builder.environment().put("PSBENCH_CACHE", folder.resolve("cache").toString());
        builder.environment().put("OMP_NUM_THREADS", "1");
        Path log = folder.resolve(store + ".log");
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
