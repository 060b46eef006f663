package io.github.psbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.report.document.Document;
import io.github.psbench.report.statistics.SeedValue;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialState;
import io.github.psbench.spec.Experiment;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimTestsTest {
    @Test
    void aClaimHasAVerdictOnEachDataSetAndOverAll() {
        List<TestedClaim> claims = claims(ExampleAblation.experiment()).claims();
        assertThat(claims.get(0).on("synthped")).isEqualTo(Verdict.HOLDS);
        assertThat(claims.get(0).overall()).isEqualTo(Verdict.HOLDS);
        assertThat(claims.get(1).on("synthped")).isEqualTo(Verdict.CONTRADICTED);
        assertThat(claims.get(1).on("market1501")).isEqualTo(Verdict.NOT_TESTED);
        assertThat(claims.get(1).overall()).isEqualTo(Verdict.CONTRADICTED);
    }

    @Test
    void aClaimOverSeveralRowsHoldsOnlyIfItHoldsForAll() {
        assertThat(Verdict.ofAll(List.of(Verdict.HOLDS, Verdict.HOLDS))).isEqualTo(Verdict.HOLDS);
        assertThat(Verdict.ofAll(List.of(Verdict.HOLDS, Verdict.NOT_TESTED))).isEqualTo(Verdict.NOT_TESTED);
        assertThat(Verdict.ofAll(List.of(Verdict.NOT_TESTED, Verdict.WITHIN_NOISE, Verdict.HOLDS)))
                .isEqualTo(Verdict.WITHIN_NOISE);
        assertThat(Verdict.ofAll(List.of(Verdict.WITHIN_NOISE, Verdict.CONTRADICTED, Verdict.HOLDS)))
                .isEqualTo(Verdict.CONTRADICTED);
        assertThat(Verdict.ofAll(List.of())).isEqualTo(Verdict.NOT_TESTED);
    }

    @Test
    void oneSeedCannotTellHoweverLargeTheDifference() {
        Contrast single = claims(ExampleAblation.experiment()).claims().get(1).contrasts().stream()
                .filter(contrast -> contrast.than().equals("MA to SphereFace")
                        && contrast.dataset().equals("market1501"))
                .findFirst()
                .orElseThrow();
        assertThat(single.verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(single.obstacle()).isEqualTo("one seed cannot tell");
        assertThat(single.difference()).isEqualTo("+3.9");
        assertThat(single.test()).isNull();
    }

    @Test
    void theCorrectionIsForAllComparisonsThatWereTested() {
        Claims claims = claims(ExampleAblation.experiment());
        assertThat(claims.comparisons()).isEqualTo(5);
        Contrast.Test smallest =
                Objects.requireNonNull(claims.claims().get(0).contrasts().get(1).test());
        assertThat(smallest.corrected()).isEqualTo(5 * smallest.p());
    }

    @Test
    void aComparisonThatClaimsShareIsTestedOnce() {
        Experiment.Claim claim = new Experiment.Claim("once", "Ours", List.of("Baseline"));
        Experiment.Claim again = new Experiment.Claim("again", "Ours", List.of("Baseline", "MA to CosFace"));
        Claims claims = claims(ExampleAblation.experiment(ExampleAblation.ROWS, List.of(claim, again)));
        assertThat(claims.comparisons()).isEqualTo(4);
        assertThat(claims.tests().lines()).hasSize(4);
        assertThat(claims.claims().get(0).contrasts().get(0))
                .isEqualTo(claims.claims().get(1).contrasts().get(0));
    }

    @Test
    void rowsThatAreNotRunAreNamed() {
        Experiment.Claim claim = new Experiment.Claim("helps", "Ours", List.of("Baseline"));
        Claims claims = claims(ExampleAblation.experiment(List.of("Baseline"), List.of(claim)));
        assertThat(claims.comparisons()).isZero();
        assertThat(claims.claims().get(0).overall()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(claims.untested())
                .containsExactly("Not tested, because 'Ours' is not among the rows that are run: Ours over Baseline"
                        + " (synthped); Ours over Baseline (market1501).");
    }

    @Test
    void onlySeedsThatAreFinishedInBothRowsArePaired() {
        Experiment experiment = ExampleAblation.experiment();
        List<TrialOutcome> outcomes = ExampleAblation.outcomes(experiment).stream()
                .map(outcome ->
                        outcome.spec().row().equals("Ours") && outcome.spec().seed() == 0
                                ? new TrialOutcome(outcome.spec(), outcome.id(), TrialState.FAILED, null, null, "NaN")
                                : outcome)
                .toList();
        Claims claims = Objects.requireNonNull(
                Tabulation.of(experiment, outcomes, Set.of(Split.ALL)).claims());
        assertThat(claims.claims().get(0).contrasts()).allSatisfy(contrast -> assertThat(contrast.differences())
                .extracting(SeedValue::seed)
                .containsExactly(1L, 2L));
        assertThat(claims.claims().get(1).contrasts().get(3).obstacle()).isEqualTo("no seed is finished in both rows");
    }

    @Test
    void thePapersOwnNumbersStandBeside() {
        TestedClaim claim = claims(ExampleAblation.experiment()).claims().get(0);
        assertThat(claim.published())
                .containsExactly(
                        new TestedClaim.PublishedDifference("market1501", "Baseline", 19.2),
                        new TestedClaim.PublishedDifference("peta", "Baseline", 10),
                        new TestedClaim.PublishedDifference("pa100k", "Baseline", 5.9));
        assertThat(claim.inPaper()).isEqualTo("3/3");
        Experiment.Claim wrong = new Experiment.Claim("", "MA to CosFace", List.of("MA to SphereFace", "Baseline"));
        assertThat(claims(ExampleAblation.experiment(ExampleAblation.ROWS, List.of(wrong)))
                        .claims()
                        .get(0)
                        .inPaper())
                .isEqualTo("1/3");
    }

    @Test
    void drawnPicturesAndAnotherProtocolAreNotPassedOver() {
        assertThat(claims(ExampleAblation.experiment()).cautions())
                .hasSize(2)
                .anySatisfy(
                        caution -> assertThat(caution).contains("on synthped").contains("pictures that psbench draws"))
                .anySatisfy(caution -> assertThat(caution).contains("profile compact does not follow"));
    }

    @Test
    void anExperimentThatClaimsNothingHasNoSuchSection() {
        Experiment silent = ExampleAblation.experiment(ExampleAblation.ROWS, List.of());
        Table table = Tabulation.of(silent, ExampleAblation.outcomes(silent), Set.of(Split.ALL));
        assertThat(table.claims()).isNull();
        assertThat(TableDocument.of(table).blocks()).doesNotContain(new Document.Heading("Claims"));
        assertThat(JsonTable.of(table)).doesNotContain("claim");
    }

    private static Claims claims(Experiment experiment) {
        return Objects.requireNonNull(Tabulation.of(experiment, ExampleAblation.outcomes(experiment), Set.of(Split.ALL))
                .claims());
    }
}
