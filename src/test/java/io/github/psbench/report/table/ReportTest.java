package io.github.psbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.Failure;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
    private static final Set<Split> ALL = Set.of(Split.ALL);

    private final Experiment experiment = ExampleExperiment.experiment();
    private final List<TrialOutcome> outcomes = ExampleExperiment.outcomes(experiment);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"table2.md", "table2.tex", "table2.html", "table2.csv", "table2.json"})
    void filesAreAsTheGoldenOnes(String name) throws IOException {
        Report.write(experiment, outcomes, ALL, folder);
        assertGolden(name, Files.readString(folder.resolve(name)));
    }

    @ParameterizedTest
    @ValueSource(ints = {120, 40})
    void terminalTextIsAsTheGoldenOne(int columns) throws IOException {
        assertGolden("table2-" + columns + ".txt", Report.text(experiment, outcomes, ALL, columns));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table4.md", "table4.tex", "table4.html", "table4.csv", "table4-claims.csv"})
    void filesOfAnAblationAreAsTheGoldenOnes(String name) throws IOException {
        Experiment ablation = ExampleAblation.experiment();
        Report.write(ablation, ExampleAblation.outcomes(ablation), ALL, folder);
        assertGolden(name, Files.readString(folder.resolve(name)));
    }

    @Test
    void anAblationInATerminalIsAsTheGoldenOne() throws IOException {
        Experiment ablation = ExampleAblation.experiment();
        assertGolden("table4-80.txt", Report.text(ablation, ExampleAblation.outcomes(ablation), ALL, 80));
    }

    @Test
    void seenAndUnseenCategoriesAreAsTheGoldenOnes() throws IOException {
        Experiment ablation = ExampleAblation.experiment();
        List<TrialOutcome> trials = ExampleAblation.outcomes(ablation);
        Set<Split> splits = Set.of(Split.UNSEEN, Split.SEEN);
        assertGolden("table4-split-80.txt", Report.text(ablation, trials, splits, 80));
        Report.write(ablation, trials, splits, folder);
        assertGolden("table4-split.csv", Files.readString(folder.resolve("table4.csv")));
    }

    @Test
    void theMarkdownIsListedFirst() {
        assertThat(Report.write(experiment, outcomes, ALL, folder))
                .containsExactly(
                        folder.resolve("table2.md"),
                        folder.resolve("table2.tex"),
                        folder.resolve("table2.html"),
                        folder.resolve("table2.csv"),
                        folder.resolve("table2.json"),
                        folder.resolve("table2-claims.csv"));
    }

    @Test
    void theSameInputsGiveTheSameBytes() throws IOException {
        List<Path> first = Report.write(experiment, outcomes, ALL, folder.resolve("first"));
        Experiment again = ExampleExperiment.experiment();
        List<Path> second = Report.write(again, ExampleExperiment.outcomes(again), ALL, folder.resolve("second"));
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i)).hasSameBinaryContentAs(first.get(i));
        }
    }

    @Test
    void outcomesOfOtherTrialsAreRefused() {
        List<TrialOutcome> fewer = outcomes.subList(1, outcomes.size());
        assertThatThrownBy(() -> Report.text(experiment, fewer, ALL, 80))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 11 of");
    }

    @Test
    void aFolderThatCannotBeMadeIsTheUsersToMend() throws IOException {
        Path file = Files.writeString(folder.resolve("tables"), "not a folder");
        assertThatThrownBy(() -> Report.write(experiment, outcomes, ALL, file))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("table2.md cannot be written");
    }

    /** What was made is left under target/golden, to be read and then copied over the golden file if the change is meant. */
    private static void assertGolden(String name, String text) throws IOException {
        Path made = Files.createDirectories(Path.of("target", "golden")).resolve(name);
        Files.writeString(made, text);
        try (InputStream golden = ReportTest.class.getResourceAsStream(name)) {
            assertThat(golden).as("golden file %s; %s was made", name, made).isNotNull();
            assertThat(text)
                    .as("%s against the golden file", made)
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
