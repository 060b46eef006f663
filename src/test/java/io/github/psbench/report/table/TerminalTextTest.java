package io.github.psbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTextTest {
    private static final Set<Split> ALL = Set.of(Split.ALL);

    @ParameterizedTest
    @ValueSource(ints = {30, 33, 60, 79, 80, 100, 132, 300})
    void everyLineFits(int columns) {
        List<String> rows =
                List.of(ExampleExperiment.OURS, ExampleExperiment.HOSTILE, "長い名前".repeat(75), "x".repeat(300));
        Experiment experiment =
                ExampleExperiment.experiment("compact", rows, ExampleExperiment.published("unknown", "unknown"));
        List<TrialOutcome> outcomes = ExampleExperiment.outcomes(experiment);
        assertThat(Report.text(experiment, outcomes, ALL, columns).lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(PlainText.width(line)).isLessThanOrEqualTo(columns))
                .noneMatch(line -> line.contains("\u001B"));
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 80, 120})
    void nothingIsLeftOutHoweverNarrow(int columns) {
        Experiment experiment = ExampleExperiment.experiment();
        String text = Report.text(experiment, ExampleExperiment.outcomes(experiment), ALL, columns);
        assertThat(text.replace("\n", " "))
                .contains(
                        "50.4 ± 0.8", "33.3", "13.2", "8.9", "pending", "The loss is NaN at step 7, see <log.txt>. …");
    }

    @Test
    void eightyColumnsAreEnoughForARowALine() {
        Experiment experiment = ExampleExperiment.experiment(
                "quick", List.of(ExampleExperiment.OURS), ExampleExperiment.published("trapezoid", "trapezoid"));
        assertThat(Report.text(experiment, ExampleExperiment.outcomes(experiment), ALL, 80)
                        .lines())
                .anyMatch(line -> line.matches("ASMR \\(128\\) +3 +50\\.4 ± 0\\.8 +65\\.7 ± 0\\.8 .*"));
    }
}
