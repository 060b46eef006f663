package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.SameJava;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With shell scripts as the other side's. */
@Timeout(120)
class BenchCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void aSampleOfBothSidesIsMeasuredAndPrinted() throws Exception {
        peer("while read -r turn; do echo '{\"seconds\": 1000, \"peak_bytes\": 5}'; done");

        assertThat(run(
                        "loss",
                        "--only",
                        "508",
                        "-n",
                        "2",
                        "--format",
                        "json",
                        "--peer",
                        "sh",
                        "--peer-scripts",
                        folder.toString()))
                .as(err.toString())
                .isZero();

        JsonNode found = new ObjectMapper().readTree(out.toString());
        assertThat(found.get("device").asText()).isEqualTo("cpu");
        assertThat(found.get("benchmarks")).hasSize(1);
        JsonNode benchmark = found.get("benchmarks").get(0);
        assertThat(benchmark.get("name").asText()).isEqualTo("ASMR, 508 categories of 105 bits");
        assertThat(benchmark.at("/psbench/version").asText()).isEqualTo("psbench on cpu, 1 thread");
        assertThat(benchmark.at("/psbench/seconds")).hasSize(2);
        assertThat(benchmark.at("/psbench/median").asDouble()).isBetween(1e-6, 100.0);
        assertThat(benchmark.at("/peer/version").asText()).isEqualTo("a script");
        assertThat(benchmark.at("/peer/median").asDouble()).isEqualTo(1000);
        assertThat(benchmark.at("/ratio/median").asDouble()).isGreaterThan(10);
    }

    /** Without a signal to its processes, as a killed program can send none. */
    @ParameterizedTest
    @ValueSource(strings = {"SIGTERM", "SIGKILL"})
    void bothSidesEndWithTheCommand(String signal) throws Exception {
        Path turns = folder.resolve("turns");
        peer("while read -r turn; do echo >> '" + turns + "'; echo '{\"seconds\": 1}'; done");
        List<String> command = new ArrayList<>(SameJava.command(Psbench.class));
        command.add(1, "-Djava.io.tmpdir=" + folder); // a process that is killed leaves its temporary files
        command.addAll(List.of("bench", "loss", "--only", "508", "-n", "1000000", "--device", "cpu"));
        command.addAll(List.of("--threads", "1", "--peer", "sh", "--peer-scripts", folder.toString()));
        Path said = folder.resolve("err");
        Process psbench =
                new ProcessBuilder(command).redirectError(said.toFile()).start();
        try {
            while (psbench.isAlive() && Files.notExists(turns)) {
                Thread.sleep(20);
            }
            List<ProcessHandle> sides = psbench.children().toList();
            assertThat(sides).as(Files.readString(said)).hasSize(2);
            if (signal.equals("SIGTERM")) {
                psbench.toHandle().destroy();
                assertThat(psbench.waitFor()).isEqualTo(143);
                assertThat(Files.readString(said)).contains("Stopped. Nothing was kept.");
            } else {
                psbench.destroyForcibly().waitFor();
            }
            for (ProcessHandle side : sides) {
                side.onExit().get(60, TimeUnit.SECONDS);
            }
        } finally {
            psbench.descendants().forEach(ProcessHandle::destroyForcibly);
            psbench.destroyForcibly();
        }
    }

    @Test
    void aPeerThatEndsIsToldWithWhatItSaid() throws Exception {
        peer("echo \"ModuleNotFoundError: No module named 'torch'\" >&2; exit 1");
        assertThat(run("loss", "--only", "508", "-n", "1", "--peer", "sh", "--peer-scripts", folder.toString()))
                .isEqualTo(4);
        assertThat(err.toString())
                .contains(
                        "psbench: sh " + folder.resolve("asmr.py") + " --threads 1",
                        "has ended with exit code 1. It said:",
                        "No module named 'torch'");
    }

    private void peer(String work) throws Exception {
        Files.writeString(
                folder.resolve("asmr.py"), "echo '{\"ready\": true, \"version\": \"a script\"}'\n" + work + "\n");
    }

    @Test
    void aPeerWithoutItsScriptIsRefused() {
        assertThat(run("loss", "--only", "508", "--peer", "sh", "--peer-scripts", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("psbench: " + folder.resolve("asmr.py") + " is not there.", "--peer-scripts");
    }

    @Test
    void whatCannotBeMeasuredIsRefused() {
        assertThat(run("nothing")).isEqualTo(2);
        assertThat(err.toString()).contains("SUBJECT must be one of train, epoch, loss", "got 'nothing'");
        assertThat(run("loss", "--samples", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("psbench: --samples must be >= 1, got 0");
        assertThat(run("train", "--batch", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("psbench: --batch must be in 1..65536, got 0");
        assertThat(run("loss", "--precision", "tf32")).isEqualTo(2);
        assertThat(err.toString()).contains("psbench: --precision tf32 is of GPUs");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aTextThatNoNameHasIsAnsweredWithTheNames() {
        assertThat(run("loss", "--only", "509")).isEqualTo(2);
        assertThat(err.toString())
                .contains("no benchmark of loss has '509' in its name", "ASMR, 508 categories of 105 bits");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("bench"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--device", "cpu", "--threads", "1"));
        return Psbench.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }
}
