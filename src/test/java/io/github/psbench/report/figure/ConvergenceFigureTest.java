package io.github.psbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.psbench.base.Failure;
import io.github.psbench.eval.Metric;
import io.github.psbench.report.chart.Chart;
import io.github.psbench.report.chart.Lines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvergenceFigureTest {
    private static final String SEED_0 = """
            {"stage":"pretraining","epoch":1,"step":1,"losses":{"loss":11.5},"learningRates":{}}
            {"stage":"training","epoch":1,"step":1,"losses":{"alignment":4.0,"asmr":0.5,"loss":7.0},"learningRates":{}}
            {"stage":"training","epoch":1,"step":2,"losses":{"alignment":3.0,"asmr":0.25,"loss":4.5},"learningRates":{}}
            {"stage":"validation","epoch":1,"scores":{"queries":5,"rank1":20.0,"map":10.0}}
            {"stage":"training","epoch":2,"step":1,"losses":{"alignment":2.0,"asmr":0.25,"loss":3.5},"learningRates":{}}
            {"stage":"validation","epoch":2,"scores":{"queries":5,"rank1":40.0,"map":30.0}}
            """;
    private static final String SEED_1 = """
            {"stage":"training","epoch":1,"step":1,"losses":{"alignment":5.5,"loss":5.5},"learningRates":{}}
            """;

    @TempDir
    private Path folder;

    private SmallStore small;

    @BeforeEach
    void makeStore() throws IOException {
        small = new SmallStore(
                folder, "seeds: 0..2\ndatasets: {synthped: {}}\nrows: {Baseline: {loss.asmr: none}, Ours: {}}\n");
    }

    @Test
    void aLossIsTheMeanOverTheStepsOfAnEpoch() throws IOException {
        metrics("Ours", 0, SEED_0);
        assertThat(page().csv()).isEqualTo("""
                dataset,row,seed,epoch,quantity,value
                synthped,Ours,0,1,alignment,3.5
                synthped,Ours,0,2,alignment,2.0
                synthped,Ours,0,1,asmr,0.375
                synthped,Ours,0,2,asmr,0.25
                synthped,Ours,0,1,validation rank1,20.0
                synthped,Ours,0,2,validation rank1,40.0
                """);
    }

    @Test
    void eachQuantityIsAChartWithALineARowAndTheSpreadOverSeeds() throws IOException {
        metrics("Baseline", 2, SEED_1);
        metrics("Ours", 0, SEED_0);
        metrics("Ours", 1, SEED_1);
        List<Chart> charts = page().charts();
        assertThat(charts)
                .extracting(chart -> chart.labels().title())
                .containsExactly(
                        "Part of the loss: alignment", "Part of the loss: asmr", "Validation split after each epoch");
        Lines alignment = (Lines) charts.get(0);
        assertThat(alignment.lines()).extracting(Lines.Line::name).containsExactly("Baseline (n = 1)", "Ours (n = 2)");
        assertThat(alignment.lines().get(1).points())
                .containsExactly(new Lines.Point(1, 4.5, Math.sqrt(2)), new Lines.Point(2, 2.0, Double.NaN));
        assertThat(((Lines) charts.get(1)).lines())
                .extracting(Lines.Line::name, Lines.Line::style)
                .containsExactly(tuple("Ours (n = 1)", 1));
        assertThat(page().n()).isEqualTo("n = 1 to 2");
    }

    @Test
    void theMissingValidationIsExplained() throws IOException {
        metrics("Ours", 1, SEED_1);
        assertThat(page().notes())
                .containsExactly("there is no validation score, because no finished trial has a validation split"
                        + " (validation.share)");
    }

    @Test
    void anotherMetricMayBeAskedFor() throws IOException {
        metrics("Ours", 0, SEED_0);
        assertThat(ConvergenceFigure.of(small.input("synthped"), Metric.MAP).csv())
                .contains("synthped,Ours,0,2,validation map,30.0");
    }

    @Test
    void aDamagedLineIsToldWithItsFile() throws IOException {
        metrics("Ours", 0, SEED_0 + "{\"stage\":\"training\",\"epoch\":3");
        assertThatThrownBy(this::page).isInstanceOf(Failure.class).hasMessageContaining("metrics.jsonl is damaged");
    }

    private FigurePage page() {
        return ConvergenceFigure.of(small.input("synthped"), Metric.RANK1);
    }

    private void metrics(String row, long seed, String lines) throws IOException {
        Files.writeString(small.finish(row, "synthped", seed, 40).resolve("metrics.jsonl"), lines);
    }
}
