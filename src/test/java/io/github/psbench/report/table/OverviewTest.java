package io.github.psbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.report.document.Grid;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverviewTest {
    @Test
    void measuredAndPublishedNumbersOfARowStandOnOneLine() {
        Grid grid = overview(ExampleAblation.experiment()).grid();
        assertThat(grid.headings())
                .containsExactly("Method", "synthped", "market1501", "paper", "peta (paper)", "pa100k (paper)");
        assertThat(grid.plain().get(0)).containsExactly("Baseline", "40.2 ± 0.8", "30.7 ± 0.8", "30.4", "46.5", "26.0");
    }

    @Test
    void aMeanOverFewerSeedsIsMarked() {
        Overview overview = overview(ExampleAblation.experiment());
        assertThat(overview.grid().plain().get(2).get(2)).isEqualTo("45.0*");
        assertThat(overview.facts()).anyMatch(fact -> fact.startsWith("* over fewer seeds"));
    }

    @Test
    void theOnlyRowStandsBesideThePapersOwnMethod() {
        Experiment single = ExampleExperiment.experiment(
                "paper", List.of("Ours"), ExampleExperiment.published("trapezoid", "trapezoid"));
        List<TrialOutcome> outcomes = single.trials().stream()
                .map(spec -> ExampleExperiment.done(spec, 50, 0))
                .toList();
        Overview overview = Objects.requireNonNull(
                Tabulation.of(single, outcomes, Set.of(Split.ALL)).overview());
        assertThat(overview.grid().plain())
                .extracting(line -> line.get(0) + " " + line.get(1) + " " + line.get(2))
                .containsExactly("DeepMAR – 13.2", ExampleExperiment.OURS + " 50.0 ± 0.0 49.6");
    }

    @Test
    void dataSetsThatOnlyThePaperHasGetATableOnlyForWhatTheOverviewLacks() {
        Experiment ablation = ExampleAblation.experiment();
        assertThat(shown(ablation, ExampleAblation.outcomes(ablation), Split.ALL))
                .containsExactly("synthped", "market1501");
        Experiment table2 = ExampleExperiment.experiment();
        assertThat(shown(table2, ExampleExperiment.outcomes(table2), Split.ALL))
                .containsExactly("market1501", "synthped", "peta", "pa100k");
        assertThat(shown(table2, ExampleExperiment.outcomes(table2), Split.SEEN))
                .containsExactly("market1501", "synthped");
    }

    private static List<String> shown(Experiment experiment, List<TrialOutcome> outcomes, Split split) {
        return Tabulation.of(experiment, outcomes, Set.of(split)).shown().stream()
                .map(Table.Section::dataset)
                .toList();
    }

    private static Overview overview(Experiment experiment) {
        return Objects.requireNonNull(Tabulation.of(experiment, ExampleAblation.outcomes(experiment), Set.of(Split.ALL))
                .overview());
    }
}
