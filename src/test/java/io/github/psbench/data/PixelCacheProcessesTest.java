package io.github.psbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.base.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The cache among processes and threads that want it at the same time, or die over it. */
@Timeout(60)
class PixelCacheProcessesTest {
    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();
    private final AtomicInteger decoded = new AtomicInteger();

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void twoProcessesThatMissItFillItOnce() throws IOException, InterruptedException {
        List<Process> both = List.of(start(2), start(2));
        for (Process process : both) {
            assertThat(process.inputReader().readLine()).isEqualTo("ready");
        }
        for (Process process : both) {
            begin(process);
        }
        List<String> said = new ArrayList<>();
        for (Process process : both) {
            process.inputReader().lines().forEach(said::add);
            assertThat(process.waitFor()).isZero();
        }
        assertThat(Collections.frequency(said, "decoding")).isEqualTo(DrawnDataset.PICTURES);
        assertThat(Collections.frequency(said, DrawnDataset.expectedDigest())).isEqualTo(2);
    }

    @Test
    void threadsOfOneProcessFillItOnce() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> digests = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                digests.add(threads.submit(() -> open(Progress.SILENT)));
            }
            for (Future<String> digest : digests) {
                assertThat(digest.get()).isEqualTo(DrawnDataset.expectedDigest());
            }
            assertThat(decoded).hasValue(DrawnDataset.PICTURES);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aProcessKilledHalfWayLeavesNothingThatIsTakenForTheCache() throws IOException, InterruptedException {
        Process killed = startedAndHalfWay();
        killed.destroyForcibly().waitFor();
        assertThat(names()).anyMatch(name -> name.endsWith(".part")).noneMatch(name -> name.endsWith(".u8"));

        assertThat(open(Progress.SILENT)).isEqualTo(DrawnDataset.expectedDigest());
        assertThat(decoded).hasValue(DrawnDataset.PICTURES);
        assertThat(names()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void whoeverWaitsSaysSoAndTakesOverFromAProcessThatIsKilled() throws IOException {
        Process killed = startedAndHalfWay();
        List<String> tasks = new ArrayList<>();
        String digest = open((what, units) -> {
            tasks.add(what);
            if (what.startsWith("waiting")) {
                killed.destroyForcibly();
            }
            return Progress.SILENT.begin(what, units);
        });
        assertThat(digest).isEqualTo(DrawnDataset.expectedDigest());
        assertThat(tasks).containsExactly("waiting for another run that is decoding drawn", "decoding drawn");
        assertThat(decoded).hasValue(DrawnDataset.PICTURES);
        assertThat(names()).noneMatch(name -> name.endsWith(".part"));
    }

    private String open(Progress progress) {
        PersonDataset dataset = DrawnDataset.dataset(picture -> decoded.incrementAndGet());
        try (PixelCache cache = PixelCache.open(dataset, DrawnDataset.INPUT, DrawnDataset.places(folder), progress)) {
            return DrawnDataset.digest(cache);
        }
    }

    private Process startedAndHalfWay() throws IOException {
        Process process = start(100); // a picture; on its way for many seconds
        begin(process);
        BufferedReader says = process.inputReader();
        String line = "";
        for (int seen = 0; seen < 10; seen += line.equals("decoding") ? 1 : 0) {
            line = Objects.requireNonNull(says.readLine(), "the process ended early");
        }
        return process;
    }

    private Process start(int millisecondsPerPicture) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DrawnDataset.class.getName(),
                        folder.toString(),
                        Integer.toString(millisecondsPerPicture))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return process;
    }

    private static void begin(Process process) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).append('\n').flush();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(DrawnDataset.places(folder).cache().resolve("pixels"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
