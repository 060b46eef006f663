package io.github.psbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialFolderTest {
    @TempDir
    private Path results;

    private SmallRuns runs;

    @BeforeEach
    void store() {
        runs = new SmallRuns(results);
    }

    @Test
    void aDoneTrialTellsItsSettingsFilesAndCurves() throws IOException {
        runs.done("Ours", 0, 60);
        TrialFolder folder = folder("Ours", 0);
        assertThat(folder.settings().path("dataDigest").asText()).hasSize(64);
        assertThat(folder.environment().path("jdk").asText()).isEqualTo("17.0");
        assertThat(folder.files())
                .containsEntry("weights.safetensors", 1000L)
                .containsEntry("queries.safetensors", 1L)
                .containsKeys("trial.json", "launch.json", "scores.json", "times.json", "log.txt");
        assertThat(folder.curves())
                .isEqualTo(new Curves(new TreeMap<>(Map.of(1, 3.0, 2, 1.5)), new TreeMap<>(Map.of(1, 20.0, 2, 60.0))));
    }

    @Test
    void aTrialUnderWayTellsWhatItsNewestAttemptHas() throws IOException {
        Path work = runs.partial("Ours", 0, 3);
        Files.writeString(work.resolve("attempt-000001/metrics.jsonl"), "");
        assertThat(folder("Ours", 0).curves().loss()).containsKeys(1, 2);
        assertThat(folder("Ours", 0).settings().has("dataDigest")).isTrue();
        assertThat(folder("Ours", 0).files()).containsKey(".checkpoint-123/tensors.safetensors");
    }

    @Test
    void aTrialThatWasNeverBegunTellsWhatItIsToBeBegunWith() {
        runs.pending("Ours", 0);
        TrialFolder folder = folder("Ours", 0);
        assertThat(folder.settings().path("recipe").path("loss").has("asmr")).isTrue();
        assertThat(folder.settings().has("dataDigest")).isFalse();
        assertThat(folder.environment()).isEmpty();
        assertThat(folder.curves().loss()).isEmpty();
        assertThat(folder.result()).isNull();
    }

    @Test
    void aLineThatIsJustBeingWrittenIsLeftOutAndADamagedOneReported() throws IOException {
        Path metrics = runs.done("Ours", 0, 60).resolve("metrics.jsonl");
        Files.writeString(metrics, "{\"stage\":\"training\",\"ep", StandardOpenOption.APPEND);
        assertThat(folder("Ours", 0).curves().loss()).containsKeys(1, 2);
        Files.writeString(metrics, "\n{}\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> folder("Ours", 0).curves())
                .isInstanceOf(Failure.class)
                .hasMessageContaining(metrics.toString());
    }

    @Test
    void settingsThatDifferAreToldByTheirDottedKeys() throws IOException {
        runs.done("Ours", 0, 60);
        runs.done("MA to Proxy-NCA", 1, 50);
        runs.done("Baseline + pretraining", 0, 50);
        assertThat(Difference.ofSettings(folder("Ours", 0), folder("MA to Proxy-NCA", 1)))
                .contains(
                        new Difference("seed", "0", "1"),
                        new Difference("loss.alignment.name", "ma", "proxy-nca"),
                        new Difference("loss.alignment.positive-in-denominator", null, "false"))
                .noneMatch(difference -> difference.key().startsWith("training")
                        || difference.key().startsWith("loss.asmr"));
        assertThat(Difference.ofSettings(folder("Baseline + pretraining", 0), folder("Ours", 0)))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.key()).isEqualTo("loss.asmr");
                    assertThat(difference.first()).isEqualTo("none");
                    assertThat(difference.second()).contains("\"lambda\":");
                });
        assertThat(Difference.ofSettings(folder("Ours", 0), folder("Ours", 0))).isEmpty();
        assertThat(Difference.ofEnvironments(folder("Ours", 0), folder("MA to Proxy-NCA", 1)))
                .containsExactly(new Difference("jdk", "17.0", "17.1"));
    }

    private TrialFolder folder(String row, long seed) {
        return new TrialFolder(new StoredTrials(runs.store()).find(runs.id(row, seed)));
    }
}
