package io.github.psbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.eval.RetrievalScores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResemblanceTest {
    private static final String ID = "ab".repeat(32);
    private static final RetrievalScores SCORES = new RetrievalScores(484, 0, 16483, 49.5, 64.9, 72.5, 33.25, 31, 7);

    @TempDir
    private Path folder;

    private Path first;
    private Path second;

    @BeforeEach
    void twoEqualRuns() throws IOException {
        first = run("first", SCORES, null);
        second = run("second", SCORES, null);
    }

    @Test
    void equalRunsHaveTheSameBytes() {
        Resemblance resemblance = resemblance();
        assertThat(resemblance.isExact()).isTrue();
        assertThat(resemblance.points()).isZero();
        assertThat(resemblance.environment()).as("commands always differ").isEmpty();
        assertThat(resemblance.files())
                .extracting(Resemblance.ComparedFile::name)
                .as("those that there are")
                .containsExactly("trial.json", "metrics.jsonl", "weights.safetensors", "scores.json");
    }

    @Test
    void whatDiffersIsSaidWithItsPlace() throws IOException {
        Files.writeString(second.resolve("metrics.jsonl"), "1\n2\n4\n");
        Files.write(second.resolve("weights.safetensors"), new byte[] {1, 2, 4});
        Resemblance resemblance = resemblance();
        assertThat(resemblance.isExact()).isFalse();
        assertThat(resemblance.points()).isZero();
        assertThat(resemblance.files())
                .contains(
                        new Resemblance.ComparedFile("metrics.jsonl", Resemblance.Agreement.DIFFERENT, "line 3"),
                        new Resemblance.ComparedFile("weights.safetensors", Resemblance.Agreement.DIFFERENT, "byte 3"));
    }

    @Test
    void whatIsNoLongerThereIsNoDifference() throws IOException {
        Files.delete(first.resolve("weights.safetensors"));
        assertThat(resemblance().isExact()).isTrue();
        assertThat(resemblance().files())
                .contains(new Resemblance.ComparedFile("weights.safetensors", Resemblance.Agreement.NOT_KEPT, ""));
    }

    @Test
    void theLargestDifferenceOfScoresCounts() {
        run("second", new RetrievalScores(484, 0, 16483, 49.25, 64.9, 73.25, 33.25, 31, 7), null);
        assertThat(resemblance().points()).isEqualTo(0.75);
        assertThat(resemblance().isExact()).isFalse();
        run("second", SCORES, SCORES);
        assertThat(resemblance().points())
                .as("scores over what the other has not")
                .isInfinite();
    }

    @Test
    void theFactsThatDifferAreNamed() throws IOException {
        Files.writeString(
                second.resolve("environment.json"),
                "{\"threads\": 2, \"javaOptions\": [\"-Xmx2g\"], \"driver\": null}");
        Files.writeString(second.resolve("changes.diff"), "+a line");
        assertThat(resemblance().environment()).hasSize(2);
        assertThat(resemblance().environment()).containsEntry("threads", new Resemblance.Difference("1", "2"));
        assertThat(resemblance().environment())
                .hasEntrySatisfying(
                        "changes.diff", values -> assertThat(values.original()).isEqualTo("none"));
    }

    private Path run(String name, RetrievalScores all, @Nullable RetrievalScores seen) {
        try {
            Path run = Files.createDirectories(new RunStore(folder.resolve(name)).folder(ID));
            Files.writeString(run.resolve("trial.json"), "{}");
            Files.writeString(run.resolve("metrics.jsonl"), "1\n2\n3\n");
            Files.write(run.resolve("weights.safetensors"), new byte[] {1, 2, 3});
            Files.writeString(
                    run.resolve("environment.json"),
                    "{\"threads\": 1, \"javaOptions\": [\"-Xmx2g\"], \"command\": \"java %s\"}".formatted(name));
            RunStore.write(run, new TrialResult(all, seen, null, 1, 2, 3), MeasuredStages.NOTHING);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Resemblance resemblance() {
        return Resemblance.of(new RunStore(folder.resolve("first")), new RunStore(folder.resolve("second")), ID);
    }
}
