package io.github.psbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.eval.Metric;
import io.github.psbench.report.statistics.Sample;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonTableTest {
    private static final Set<Split> ALL = Set.of(Split.ALL);

    private final Experiment experiment = ExampleExperiment.experiment();
    private final List<TrialOutcome> outcomes = ExampleExperiment.outcomes(experiment);

    @Test
    void everyRawValueReadsBack() throws IOException {
        JsonNode trials = parse(experiment).get("trials");
        assertThat(trials).hasSameSizeAs(outcomes);
        for (int i = 0; i < outcomes.size(); i++) {
            TrialOutcome outcome = outcomes.get(i);
            assertThat(trials.get(i).get("row").textValue())
                    .isEqualTo(outcome.spec().row());
            assertThat(trials.get(i).has("scores")).isEqualTo(outcome.result() != null);
            if (outcome.result() != null) {
                for (Metric metric : Metric.values()) {
                    assertThat(trials.get(i).get("scores").get(metric.key()).doubleValue())
                            .isEqualTo(metric.of(outcome.result().scores()));
                }
            }
        }
    }

    @Test
    void cellsHaveMeanDeviationAndCountOverTheirValues() throws IOException {
        JsonNode rows = parse(experiment).get("sections").get(0).get("rows");
        JsonNode three = rows.get(2).get("cells").get("rank1");
        assertThat(three.get("mean").doubleValue()).isEqualTo(new Sample(List.of(49.6, 51.2, 50.5)).mean());
        assertThat(three.get("sd").doubleValue())
                .isEqualTo(new Sample(List.of(49.6, 51.2, 50.5))
                        .standardDeviation()
                        .orElseThrow());
        assertThat(three.get("n").intValue()).isEqualTo(3);
        assertThat(three.get("values").get(1).get("value").doubleValue()).isEqualTo(51.2);
        assertThat(three.at("/interval/low").doubleValue()).isCloseTo(48.440855, within(1e-6));
        assertThat(three.at("/interval/high").doubleValue()).isCloseTo(52.425812, within(1e-6));
        assertThat(three.get("place").textValue()).isEqualTo("best");
        JsonNode one = rows.get(3).get("cells").get("rank1");
        assertThat(one.has("interval")).isFalse();
        assertThat(one.get("place").textValue()).isEqualTo("second");
        assertThat(one.get("n").intValue()).isEqualTo(1);
        assertThat(one.has("sd")).isFalse();
        assertThat(rows.get(0).get("cells").get("rank1").get("value").doubleValue())
                .isEqualTo(13.2);
    }

    @Test
    void marksHaveTheirTest() throws IOException {
        Experiment ablation = ExampleAblation.experiment();
        JsonNode root = new ObjectMapper()
                .readTree(JsonTable.of(Tabulation.of(ablation, ExampleAblation.outcomes(ablation), ALL)));
        assertThat(root.get("reference").textValue()).isEqualTo("Ours");
        JsonNode rows = root.get("sections").get(0).get("rows");
        JsonNode baseline = rows.get(0).at("/cells/rank1/againstReference");
        assertThat(baseline.get("mark").textValue()).isEqualTo("below");
        assertThat(baseline.get("n").intValue()).isEqualTo(3);
        assertThat(baseline.get("difference").doubleValue()).isCloseTo(-10.166667, within(1e-6));
        assertThat(baseline.get("p").doubleValue()).isEqualTo(0.001073249571);
        assertThat(baseline.get("pHolm").doubleValue()).isCloseTo(0.002643301703, within(1e-12));
        assertThat(rows.get(1).at("/cells/rank1/againstReference/mark").textValue())
                .isEqualTo("none");
        assertThat(rows.get(3).at("/cells/rank1").has("againstReference")).isFalse();
    }

    @Test
    void numbersWithACounterpartHaveAVerdict() throws IOException {
        JsonNode compact = parse(experiment).at("/sections/0/comparisons/0");
        assertThat(compact.get("comparable").booleanValue()).isFalse();
        assertThat(compact.at("/numbers/rank1/verdict").textValue()).isEqualTo("not comparable");
        assertThat(compact.at("/numbers/rank1").has("difference")).isFalse();
        Experiment paper = ExampleExperiment.experiment("paper", "trapezoid");
        JsonNode comparable = new ObjectMapper()
                .readTree(JsonTable.of(Tabulation.of(paper, ExampleExperiment.outcomes(paper), ALL)))
                .at("/sections/0/comparisons/0/numbers/rank10");
        assertThat(comparable.get("published").doubleValue()).isEqualTo(72.5);
        assertThat(comparable.get("difference").doubleValue()).isZero();
        assertThat(comparable.get("verdict").textValue()).isEqualTo("reproduced");
    }

    @Test
    void brokenSurrogatesStillMakeAFile() throws IOException {
        Experiment broken = ExampleExperiment.experiment("quick", List.of("half \uD83D of a pair"), null);
        String json = JsonTable.of(Tabulation.of(broken, ExampleExperiment.outcomes(broken), ALL));
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(json)).isTrue();
        assertThat(new ObjectMapper()
                        .readTree(json)
                        .at("/sections/0/rows/0/name")
                        .textValue())
                .isEqualTo("half ? of a pair");
    }

    private JsonNode parse(Experiment parsed) throws IOException {
        return new ObjectMapper().readTree(JsonTable.of(Tabulation.of(parsed, outcomes, ALL)));
    }
}
