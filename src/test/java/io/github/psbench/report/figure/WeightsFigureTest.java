package io.github.psbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.psbench.base.Failure;
import io.github.psbench.report.chart.Bars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFigureTest {
    @TempDir
    private Path folder;

    private SmallStore small;

    @BeforeEach
    void makeStore() throws IOException {
        small = new SmallStore(folder, """
                seeds: 0..2
                datasets: {synthped: {}}
                rows:
                  Baseline: {loss.asmr: none}
                  Uniform: {loss.asmr.weights: {name: uniform, value: 0.5}}
                  Normalised: {loss.asmr.weights: l2-normalised}
                  Ours: {}
                """);
    }

    @Test
    void aBarIsTheMeanOverSeedsWithTheSampleStandardDeviation() throws IOException {
        learn("Ours", 0, 1.0, -0.5);
        learn("Ours", 1, 2.0, -0.25);
        learn("Ours", 2, 4.5, 0.0);
        FigurePage page = WeightsFigure.of(small.input("synthped"));
        assertThat(page.csv()).isEqualTo("""
                dataset,row,name,mean,sd,n,seed 0,seed 1,seed 2
                synthped,Ours,gender: male,2.5,1.8027756377319946,3,1.0,2.0,4.5
                synthped,Ours,'-hat: none,-0.25,0.25,3,-0.5,-0.25,0.0
                """);
        Bars bars = (Bars) page.charts().get(0);
        assertThat(bars.bars())
                .containsExactly(
                        new Bars.Bar("gender: male", 2.5, Math.sqrt(3.25)), new Bars.Bar("-hat: none", -0.25, 0.25));
        assertThat(page.n()).isEqualTo("n = 3");
    }

    @Test
    void oneSeedHasNoSpread() throws IOException {
        learn("Ours", 1, 1.0, -0.5);
        FigurePage page = WeightsFigure.of(small.input("synthped"));
        assertThat(page.csv()).contains("gender: male,1.0,,1,,1.0,\n");
        assertThat(((Bars) page.charts().get(0)).bars())
                .allSatisfy(bar -> assertThat(bar.deviation()).isNaN());
    }

    @Test
    void theLineIsTheValueOfTheRowOfUniformWeights() throws IOException {
        learn("Ours", 0, 1, 1);
        Bars bars = (Bars) WeightsFigure.of(small.input("synthped")).charts().get(0);
        assertThat(bars.level()).isEqualTo(new Bars.Level("uniform w = 0.5", 0.5));
    }

    @Test
    void withoutSuchARowTheLineIsOne() throws IOException {
        SmallStore other = new SmallStore(folder, "datasets: {synthped: {}}\nrows: {Ours: {}}\n");
        assertThat(WeightsFigure.uniform(other.input("synthped"))).isCloseTo(1, within(0.0));
    }

    @Test
    void onlyRowsThatLearnTheirWeightsAreShown() throws IOException {
        learn("Uniform", 0, 0.5, 0.5);
        learn("Normalised", 0, 1, 2);
        small.finish("Baseline", "synthped", 0, 40);
        assertThat(WeightsFigure.rows(small.input("synthped")))
                .extracting(WeightsFigure.RowWeights::row)
                .containsExactly("Normalised");
    }

    @Test
    void withoutAnyThereIsANoteAndNothingToDraw() throws IOException {
        small.finish("Ours", "synthped", 0, 40); // of an older psbench
        FigurePage page = WeightsFigure.of(small.input("synthped"));
        assertThat(page.isEmpty()).isTrue();
        assertThat(page.charts()).isEmpty();
        assertThat(page.notes()).containsExactly("no finished trial has kept learned weights");
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        Path trial = small.finish("Ours", "synthped", 0, 40);
        Files.writeString(trial.resolve("w.json"), "{\"w\":[{\"name\":\"a\",\"value\":\"high\"}]}");
        assertThatThrownBy(() -> WeightsFigure.of(small.input("synthped")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("w.json is damaged");
    }

    private void learn(String row, long seed, double male, double hat) throws IOException {
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put("gender: male", male);
        weights.put("-hat: none", hat);
        SmallStore.weights(small.finish(row, "synthped", seed, 40), weights);
    }
}
