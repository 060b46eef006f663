package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.Places;
import io.github.psbench.device.EngineNatives;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorCommandTest {
    private static final long GIB = 1L << 30;

    private final StringWriter out = new StringWriter();

    @Test
    void theEngineOfThisBuildIsLoadedAndAdds(@TempDir Path folder) throws IOException {
        int exitCode = doctor("--format", "json", "--data", folder.toString(), "--results", folder.toString());
        assertThat(exitCode).as(out.toString()).isZero();
        JsonNode findings = new ObjectMapper().readTree(out.toString()).path("findings");
        assertThat(findings.findValuesAsText("subject"))
                .containsExactly(
                        "java",
                        "platform",
                        "memory",
                        "results",
                        "cache",
                        "fonts",
                        "natives",
                        "engine",
                        "device",
                        "threads",
                        "synthped",
                        "market1501",
                        "peta",
                        "pa100k",
                        "weights");
        assertThat(findings.findValuesAsText("found")).anyMatch(found -> found.contains("[1, 2] + [3, 4] = [4, 6]"));
        for (JsonNode finding : findings) {
            assertThat(finding.path("remedy").isNull())
                    .as(finding.toString())
                    .isEqualTo(finding.path("status").asText().equals("ok"));
        }
    }

    @Test
    void peopleReadALineForEachFindingAndItsRemedyBelow(@TempDir Path folder) {
        assertThat(doctor("--data", folder.toString(), "--results", folder.toString()))
                .isZero();
        assertThat(out.toString())
                .contains("ok       synthped   ")
                .containsPattern("warning  market1501 .*\n +-> Only");
    }

    @Test
    void nativesThatDoNotFitAreAProblemAndAreNotLoaded() {
        List<Finding> findings =
                new EngineCheck(EngineNatives.onClassPath(), List::of, Map.of("PYTORCH_VERSION", "2.5.1")).findings();
        assertThat(findings).extracting(Finding::status).containsOnly(Finding.Status.PROBLEM);
        assertThat(findings.get(0).remedy()).contains("Unset PYTORCH_VERSION");
        assertThat(findings.get(1).found()).contains("was not loaded");
    }

    @Test
    void whereResultsCannotBeWrittenThereIsAProblem(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThat(MachineCheck.disk("results", file.resolve("results")).status())
                .isEqualTo(Finding.Status.PROBLEM);
        assertThat(MachineCheck.disk("results", folder.resolve("a/b/c")).found())
                .contains("free for");
    }

    @Test
    void littleMemoryIsAWarning() {
        assertThat(MachineCheck.memory(8 * GIB, 2 * GIB).status()).isEqualTo(Finding.Status.OK);
        assertThat(MachineCheck.memory(3 * GIB, 2 * GIB).status()).isEqualTo(Finding.Status.WARNING);
        assertThat(MachineCheck.memory(8 * GIB, 9 * GIB).status()).isEqualTo(Finding.Status.WARNING);
    }

    @Test
    void platformsAreTestedOrMerelyPossibleOrImpossible() {
        assertThat(MachineCheck.platform("Linux amd64").status()).isEqualTo(Finding.Status.OK);
        assertThat(MachineCheck.platform("Mac OS X aarch64").status()).isEqualTo(Finding.Status.WARNING);
        assertThat(MachineCheck.platform("Windows 11 amd64").status()).isEqualTo(Finding.Status.PROBLEM);
    }

    @Test
    void dataAreFoundUnderAnyOfTheirNames(@TempDir Path folder) throws IOException {
        for (String part : List.of("bounding_box_train", "bounding_box_test", "query")) {
            Files.createDirectories(folder.resolve("Market-1501").resolve(part));
        }
        Files.writeString(folder.resolve("market_attribute.mat"), "");
        Files.writeString(
                Files.createDirectories(folder.resolve("weights")).resolve("resnet50_imagenet.safetensors"), "");
        List<Finding> findings = new DataCheck(new Places(folder, folder)).findings();
        assertThat(findings)
                .filteredOn(finding -> finding.status() == Finding.Status.OK)
                .extracting(Finding::subject)
                .containsExactly("synthped", "market1501", "weights");
        assertThat(findings)
                .filteredOn(finding -> finding.status() == Finding.Status.WARNING)
                .extracting(Finding::subject)
                .containsExactly("peta", "pa100k");
        assertThat(findings.get(4).found()).contains("resnet50_imagenet.safetensors");
    }

    private int doctor(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "doctor";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Psbench.run(new PrintWriter(out), new PrintWriter(new StringWriter()), arguments);
    }
}
