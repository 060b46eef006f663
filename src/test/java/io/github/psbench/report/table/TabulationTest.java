package io.github.psbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.psbench.eval.Metric;
import io.github.psbench.report.statistics.Agreement;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialState;
import io.github.psbench.spec.Experiment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TabulationTest {
    private static final Set<Split> ALL = Set.of(Split.ALL);

    @Test
    void dataSetsThatOnlyThePaperHasFollowThoseOfTheExperimentInThePapersOrder() {
        assertThat(table("compact", "trapezoid").sections())
                .extracting(Table.Section::dataset)
                .containsExactly("market1501", "synthped", "peta", "pa100k");
    }

    @Test
    void publishedRowsComeFirstAndOnlyWhereThePaperHasTheDataSet() {
        Table table = table("compact", "trapezoid");
        assertThat(table.sections().get(0).rows())
                .extracting(Row::name)
                .containsExactly("DeepMAR", ExampleExperiment.OURS, ExampleExperiment.OURS, ExampleExperiment.HOSTILE);
        assertThat(table.sections().get(1).rows()).hasOnlyElementsOfType(Row.FromTrials.class);
        assertThat(cell(table, 3, 0, Metric.RANK1)).isEqualTo(new Cell.NotPublished());
    }

    @Test
    void publishedPrecisionStandsInTheColumnOfItsVariant() {
        assertThat(precisions(table("compact", "trapezoid"))).containsExactly("–", "8.9");
        assertThat(precisions(table("compact", "standard"))).containsExactly("8.9", "–");
    }

    @Test
    void precisionOfUnknownVariantIsMarkedAndExplained() {
        Table table = table("compact", "unknown");
        assertThat(precisions(table)).containsExactly("8.9 [a]", "–");
        assertThat(table.notes().get(0).text()).startsWith("It is not known which average precision");
    }

    @Test
    void rowsOfOneTableMayHaveDifferentPrecisions() {
        Experiment experiment = ExampleExperiment.experiment(
                "paper",
                List.of(ExampleExperiment.OURS, ExampleExperiment.HOSTILE),
                ExampleExperiment.published("standard", "trapezoid"));
        Table table = Tabulation.of(experiment, ExampleExperiment.outcomes(experiment), ALL);
        assertThat(precisions(table)).containsExactly("8.9", "–");
        assertThat(cell(table, 0, 1, Metric.MAP).text()).isEqualTo("–");
        assertThat(cell(table, 0, 1, Metric.MAP_TRAPEZOID).text()).isEqualTo("31.0");
    }

    @Test
    void overridesAreNamedAndNotComparable() {
        Experiment experiment = ExampleExperiment.overridden(
                ExampleExperiment.experiment("paper", "trapezoid"), "loss.asmr.lambda=4", "training.epochs=1");
        Table table = Tabulation.of(experiment, ExampleExperiment.outcomes(experiment), ALL);
        assertThat(Explanations.caption(table.experiment()))
                .startsWith("Experiment table2, profile paper, with --set loss.asmr.lambda=4 --set training.epochs=1.");
        Comparison comparison = table.sections().get(0).comparisons().get(0);
        assertThat(comparison.comparable()).isFalse();
        assertThat(comparison.reason())
                .isEqualTo("--set loss.asmr.lambda=4 --set training.epochs=1 changes the protocol");
        assertThat(table.digest()).isNotEqualTo(table("paper", "trapezoid").digest());
    }

    @Test
    void reasonsAreShownByTheirBeginning() {
        Experiment experiment = ExampleExperiment.experiment("quick", List.of(ExampleExperiment.OURS), null);
        List<TrialOutcome> outcomes = new ArrayList<>(ExampleExperiment.outcomes(experiment));
        List<String> reasons = List.of("Short.", "First line:\n  second line", "長".repeat(301));
        for (int i = 0; i < reasons.size(); i++) {
            outcomes.set(
                    i,
                    new TrialOutcome(experiment.trials().get(i), null, TrialState.NO_DATA, null, null, reasons.get(i)));
        }
        assertThat(Tabulation.of(experiment, outcomes, ALL).reasons())
                .containsExactly(
                        "no data: Short. Trials: ASMR (128), market1501, seed 0 (–).",
                        "no data: First line: … (in full in the table's .json) Trials: ASMR (128), market1501, seed 1 (–).",
                        "no data: " + "長".repeat(300)
                                + " … (in full in the table's .json) Trials: ASMR (128), market1501, seed 2 (–).");
    }

    @Test
    void severalSeedsHaveADeviationAndOneHasNone() {
        Table table = table("compact", "trapezoid");
        assertThat(cell(table, 0, 2, Metric.RANK1).text()).isEqualTo("50.4 ± 0.8");
        assertThat(table.sections().get(0).rows().get(2).seeds()).isEqualTo("3");
        assertThat(cell(table, 0, 3, Metric.RANK1).text()).isEqualTo("33.3");
        assertThat(table.sections().get(0).rows().get(3).seeds()).isEqualTo("1");
        assertThat(table.sections().get(0).rows().get(3).label()).endsWith(" (measured, 1 pending, 1 failed) [b]");
    }

    @Test
    void rowsWithoutAnyResultSayTheWorstInEveryCell() {
        Table table = table("compact", "trapezoid");
        assertThat(overAll(table.sections().get(1).rows().get(0)))
                .extracting(Cell::text)
                .containsOnly("pending");
        assertThat(overAll(table.sections().get(1).rows().get(1)))
                .extracting(Cell::text)
                .containsOnly("failed");
        assertThat(table.sections().get(1).rows().get(1).label())
                .contains("(measured, 1 pending, 1 failed, 1 no data)");
        assertThat(table.sections().get(1).rows().get(1).seeds()).isEqualTo("0");
    }

    @Test
    void rowsOfOneProtocolShareItsNote() {
        Table table = table("compact", "trapezoid");
        Row ours = table.sections().get(0).rows().get(2);
        assertThat(ours.label()).isEqualTo("ASMR (128) (measured) [b]");
        assertThat(table.notes())
                .contains(
                        new Table.Note("a", "ResNet-50, 128 dimensions"),
                        new Table.Note(
                                "b",
                                "mobilenetv2 from imagenet weights, input 128x64 (height x width), dimension 128, 5 epochs of"
                                        + " pretraining, 10 epochs of training"))
                .hasSize(2);
    }

    @Test
    void anotherProfileThanThePapersIsNotComparable() {
        Comparison comparison =
                table("compact", "trapezoid").sections().get(0).comparisons().get(0);
        assertThat(comparison.comparable()).isFalse();
        assertThat(comparison.numbers())
                .isNotEmpty()
                .extracting(Comparison.Score::verdict)
                .containsOnly(Agreement.NOT_COMPARABLE);
        assertThat(comparison.reason()).startsWith("profile compact");
    }

    @Test
    void thePapersProfileGetsDifferencesInTheSameDefinitionOnly() {
        Comparison comparison =
                table("paper", "trapezoid").sections().get(0).comparisons().get(0);
        assertThat(comparison.numbers())
                .extracting(Comparison.Score::metric)
                .containsExactly(Metric.RANK1, Metric.RANK5, Metric.RANK10, Metric.MAP_TRAPEZOID);
        assertThat(comparison.numbers().get(0).difference()).isCloseTo(0.8333333, within(1e-6));
        assertThat(comparison.numbers())
                .extracting(Comparison.Score::verdict)
                .containsExactly(
                        Agreement.WITHIN_NOISE, Agreement.WITHIN_NOISE, Agreement.REPRODUCED, Agreement.REPRODUCED);
        assertThat(table("paper", "unknown")
                        .sections()
                        .get(0)
                        .comparisons()
                        .get(0)
                        .numbers())
                .extracting(Comparison.Score::metric)
                .doesNotContain(Metric.MAP, Metric.MAP_TRAPEZOID);
    }

    @Test
    void theOnlyRowIsComparedWithThePapersOwnMethodWhateverItsName() {
        Experiment single = ExampleExperiment.experiment(
                "paper", List.of("Ours"), ExampleExperiment.published("trapezoid", "trapezoid"));
        List<TrialOutcome> outcomes = single.trials().stream()
                .map(spec -> ExampleExperiment.done(spec, 50, 0))
                .toList();
        assertThat(Tabulation.of(single, outcomes, ALL).sections().get(0).comparisons())
                .singleElement()
                .extracting(Comparison::published)
                .isEqualTo(ExampleExperiment.OURS);
    }

    @Test
    void anExperimentWithoutPaperHasMeasuredRowsOnly() {
        Experiment alone = ExampleExperiment.experiment("quick", List.of(ExampleExperiment.OURS), null);
        Table table = Tabulation.of(alone, ExampleExperiment.outcomes(alone), ALL);
        assertThat(table.sections()).hasSize(2).allSatisfy(section -> assertThat(section.rows())
                .hasOnlyElementsOfType(Row.FromTrials.class));
        assertThat(Explanations.caption(table.experiment())).endsWith("The experiment names no published table.");
    }

    @Test
    void factsOfTheDataSetComeFromItsTrials() {
        assertThat(table("compact", "trapezoid").sections().get(0).facts())
                .containsExactly(
                        "484 queries, 15631 gallery images.",
                        "Ties of a relevant with an irrelevant image: 3 in all 4 finished trials together.");
        assertThat(table("compact", "trapezoid").sections().get(1).facts()).isEmpty();
    }

    @Test
    void scoresAreToldApartBySeenAndUnseenCategories() {
        Experiment experiment = ExampleAblation.experiment();
        Table table = Tabulation.of(experiment, ExampleAblation.outcomes(experiment), Set.of(Split.SEEN, Split.UNSEEN));
        Table.Section drawn = table.sections().get(0);
        Table.Section market = table.sections().get(1);
        assertThat(table.grid(market).headings())
                .containsExactly("Method", "n", "R1 seen", "R1 unseen", "mAP seen", "mAP unseen");
        assertThat(table.grid(market).plain().get(3))
                .containsExactly("Ours (measured) [a]", "3", "55.8 ± 0.6", "43.3 ± 0.6", "40.8 ± 0.6", "28.3 ± 0.6");
        assertThat(table.grid(drawn).plain().get(3))
                .containsExactly(
                        "Ours (measured) [a]", "3", "no seen category", "50.3 ± 0.3", "no seen category", "35.3 ± 0.3");
        assertThat(drawn.facts())
                .contains("400 queries (0 of seen categories, 400 of unseen ones), 15631 gallery images.");
    }

    @Test
    void scoresThatWereNotToldApartAreNotRecorded() {
        Experiment experiment = ExampleExperiment.experiment("quick", List.of(ExampleExperiment.OURS), null);
        Table table = Tabulation.of(experiment, ExampleExperiment.outcomes(experiment), Set.of(Split.UNSEEN));
        assertThat(table.grid(table.sections().get(0)).plain().get(0))
                .containsExactly("ASMR (128) (measured) [a]", "3", "not recorded", "not recorded");
        assertThat(table.grid(table.sections().get(1)).plain().get(0)).endsWith("0", "pending", "pending");
    }

    @Test
    void aPartOfTheImagesIsToldAndComparedWithNothing() {
        String part = "2 of 9 training images";
        Experiment experiment = ExampleExperiment.experiment(
                "paper", List.of("Ours"), ExampleExperiment.published("trapezoid", "trapezoid"));
        List<TrialOutcome> outcomes = experiment.trials().stream()
                .map(spec -> ExampleExperiment.done(spec, 50, 0))
                .map(done -> new TrialOutcome(done.spec(), done.id(), done.state(), part, done.result(), null))
                .toList();
        Table.Section section =
                Tabulation.of(experiment, outcomes, ALL).sections().get(0);
        assertThat(section.facts()).startsWith("Partial: " + part + ".");
        assertThat(section.comparisons())
                .singleElement()
                .extracting(Comparison::reason)
                .asString()
                .contains("only a part of the images was there: " + part);
    }

    @Test
    void aDoneTrialWithoutResultIsRefused() {
        Experiment experiment = ExampleExperiment.experiment();
        List<TrialOutcome> outcomes = new ArrayList<>(ExampleExperiment.outcomes(experiment));
        outcomes.set(0, new TrialOutcome(experiment.trials().get(0), null, TrialState.DONE, null, null, null));
        assertThatThrownBy(() -> Tabulation.of(experiment, outcomes, ALL))
                .hasMessageContaining("a result must be there exactly if a trial is done");
    }

    @Test
    void digestFollowsScoresAndPublishedNumbersButNotWallTimes() {
        Experiment experiment = ExampleExperiment.experiment(
                "paper", List.of("Ours"), ExampleExperiment.published("trapezoid", "trapezoid"));
        String digest = digest(experiment, 50, 3);
        assertThat(digest).matches("[0-9a-f]{64}").isEqualTo(digest(experiment, 50, 99));
        assertThat(digest).isNotEqualTo(digest(experiment, Math.nextUp(50.0), 3));
        assertThat(digest)
                .isNotEqualTo(digest(
                        ExampleExperiment.experiment(
                                "paper", List.of("Ours"), ExampleExperiment.published("standard", "trapezoid")),
                        50,
                        3));
    }

    private static String digest(Experiment experiment, double rank1, double seconds) {
        List<TrialOutcome> outcomes = experiment.trials().stream()
                .map(spec -> ExampleExperiment.done(spec, rank1, 0, seconds))
                .toList();
        return Tabulation.of(experiment, outcomes, ALL).digest();
    }

    private static Table table(String profile, String averagePrecision) {
        Experiment experiment = ExampleExperiment.experiment(profile, averagePrecision);
        return Tabulation.of(experiment, ExampleExperiment.outcomes(experiment), ALL);
    }

    private static Cell cell(Table table, int section, int row, Metric metric) {
        return table.sections().get(section).rows().get(row).cell(new Column(metric, Split.ALL));
    }

    private static Collection<Cell> overAll(Row row) {
        return Objects.requireNonNull(row.cells().get(Split.ALL)).values();
    }

    private static List<String> precisions(Table table) {
        return List.of(
                cell(table, 0, 0, Metric.MAP).text(),
                cell(table, 0, 0, Metric.MAP_TRAPEZOID).text());
    }
}
