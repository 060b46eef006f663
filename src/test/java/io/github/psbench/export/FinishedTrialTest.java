package io.github.psbench.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedTrialTest {
    @TempDir
    private Path results;

    private WrittenTrials trials;
    private Path folder;

    @BeforeEach
    void oneTrial() throws IOException {
        trials = new WrittenTrials(results);
        folder = trials.write('a', "Ours", 0, 50, 2);
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("times.json"), "{\"trainingSec");
        assertThatThrownBy(() -> trials.all())
                .isInstanceOf(Failure.class)
                .hasMessageContaining(folder.resolve("times.json").toString())
                .hasMessageContaining("damaged");
    }

    @Test
    void theLogSaysWhenATrialCameToItsEnd() throws IOException {
        assertThat(trials.all().get(0).finished()).isEqualTo(Instant.parse("2026-11-22T04:27:25Z"));
        Files.writeString(folder.resolve("log.txt"), "all is done\n");
        assertThat(trials.all().get(0).finished())
                .isEqualTo(
                        Files.getLastModifiedTime(folder.resolve("scores.json")).toInstant());
    }

    @Test
    void aTrialFromBeforeItsLaunchWasKeptGoesByItsDataSet() throws IOException {
        Files.delete(folder.resolve("launch.json"));
        FinishedTrial old = trials.all().get(0);
        assertThat(old.stored().row()).isNull();
        assertThat(old.stored().dataset()).isEqualTo("synthped");
        assertThat(old.settings()).containsKey("loss.asmr.lambda");
    }
}
