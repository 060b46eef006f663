package io.github.psbench.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.Failure;
import io.github.psbench.run.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {
    @TempDir
    private Path results;

    @Test
    void trialsAreChosenByWhatTheyWereFirstRunFor() throws IOException {
        WrittenTrials trials = new WrittenTrials(results);
        trials.write('b', "Ours", 0, 50, 2);
        trials.write('a', "Baseline", 0, 40, 2);
        Path old = trials.write('c', "Ours", 1, 50, 2);
        Files.delete(old.resolve("launch.json"));

        assertThat(ids(Selection.ALL)).isEqualTo("abc");
        assertThat(ids(new Selection(null, List.of("Ours"), List.of()))).isEqualTo("b");
        assertThat(ids(new Selection("table4", List.of(), List.of()))).isEqualTo("ab");
        assertThat(ids(new Selection("table2", List.of(), List.of()))).isEmpty();
        assertThat(ids(new Selection(null, List.of(), List.of("small")))).isEqualTo("ab");
        assertThat(ids(new Selection(null, List.of(), List.of("synthped"))))
                .as("the data set's own name, where the column's is not known")
                .isEqualTo("c");
    }

    @Test
    void whatIsNotFinishedIsLeftOut() throws IOException {
        Path folder = new WrittenTrials(results).write('a', "Ours", 0, 50, 2);
        Files.delete(folder.resolve("scores.json"));
        assertThat(ids(Selection.ALL)).isEmpty();
    }

    @Test
    void aStoreThatIsNotThereHoldsNothing() {
        assertThat(Selection.ALL.of(new RunStore(results.resolve("nowhere")), id -> {}))
                .isEmpty();
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        Path folder = new WrittenTrials(results).write('a', "Ours", 0, 50, 2);
        Files.writeString(folder.resolve("times.json"), "{\"trainingSec");
        assertThatThrownBy(() -> ids(Selection.ALL))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(folder.resolve("times.json").toString())
                .hasMessageContaining("damaged");
    }

    @Test
    void theLogSaysWhenATrialCameToItsEnd() throws IOException {
        WrittenTrials trials = new WrittenTrials(results);
        Path folder = trials.write('a', "Ours", 0, 50, 2);
        assertThat(trials.all().get(0).finished()).isEqualTo(Instant.parse("2026-11-22T04:27:25Z"));
        Files.writeString(folder.resolve("log.txt"), "all is done\n");
        assertThat(trials.all().get(0).finished())
                .isEqualTo(
                        Files.getLastModifiedTime(folder.resolve("scores.json")).toInstant());
    }

    private String ids(Selection selection) {
        StringBuilder ids = new StringBuilder();
        selection
                .of(new RunStore(results), id -> {})
                .forEach(trial -> ids.append(trial.id().charAt(0)));
        return ids.toString();
    }
}
