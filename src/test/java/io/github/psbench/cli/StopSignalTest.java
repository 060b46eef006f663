package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopSignalTest {
    @Test
    void workGoesOnUntilTheProcessIsAskedToEnd() {
        try (StopSignal signal = new StopSignal(Progress.SILENT);
                Progress.Task task = signal.begin("work", 2)) {
            task.advance(1);
            task.note("still here");
        }
    }

    @Test
    @Timeout(30)
    void thenItStopsAtItsNextStepAndTheProcessWaitsForItsEnd() throws InterruptedException {
        StopSignal signal = new StopSignal(Progress.SILENT);
        Progress.Task task = signal.begin("work", 2);
        CountDownLatch asked = new CountDownLatch(1);
        Thread end = new Thread(() -> {
            asked.countDown();
            signal.stop();
        });
        end.start();
        asked.await();
        assertThatThrownBy(() -> {
                    while (true) {
                        task.advance(0);
                        Thread.onSpinWait();
                    }
                })
                .isInstanceOf(CancellationException.class);
        assertThat(end.isAlive()).as("waits for the work's end").isTrue();
        signal.close();
        end.join();
    }

    @Test
    void stoppedWorkIsToldInASentence() {
        StringWriter err = new StringWriter();
        int code = StopSignal.told(
                new PrintWriter(err),
                "No table was written.",
                progress -> {
                    throw new CancellationException("asked to stop");
                },
                Progress.SILENT);
        assertThat(code).isEqualTo(130);
        assertThat(err.toString()).isEqualToIgnoringNewLines("Stopped. No table was written.");
        assertThat(StopSignal.told(new PrintWriter(err), "", progress -> 3, Progress.SILENT))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"describe", "export"})
    @Timeout(60)
    void aCommandThatDrawsLeavesNothingHalfDone(String command, @TempDir Path folder) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Psbench.class.getName(),
                "data",
                command,
                "synthped"));
        if (command.equals("export")) {
            arguments.add("copy");
        }
        ProcessBuilder builder = new ProcessBuilder(arguments).directory(folder.toFile());
        builder.environment().put("PSBENCH_CACHE", folder.resolve("cache").toString());
        Path err = folder.resolve("err");
        Process process = builder.redirectError(err.toFile()).start();
        try {
            while (process.isAlive() && parts(folder).isEmpty()) {
                Thread.sleep(20);
            }
            process.toHandle().destroy();
            int code = process.waitFor();
            String told = Files.readString(err);
            assertThat(code).as(told).isEqualTo(143);
            assertThat(told).containsOnlyOnce("Stopped. ");
            assertThat(parts(folder)).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    /** What is half written below a folder. */
    private static List<Path> parts(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".part")).toList();
        } catch (UncheckedIOException e) {
            return List.of(); // a file went while it was looked at
        }
    }
}
