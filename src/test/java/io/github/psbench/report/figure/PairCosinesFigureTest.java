package io.github.psbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.report.chart.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairCosinesFigureTest {
    private static final float[][] EMBEDDINGS = {{2, 1, 2}, {-1, .5f, 1}, {1, -2, -.5f}};
    private static final float[][] BITS = {{1, 0, 1, 0, 0}, {0, 1, 1, 0, 0}, {0, 1, 0, 1, 0}};

    @TempDir
    private Path folder;

    private SmallStore small;

    @BeforeEach
    void makeStore() throws IOException {
        small = new SmallStore(folder, """
                seeds: [0, 1]
                datasets: {synthped: {}}
                rows:
                  Baseline: {loss.asmr: none}
                  Without delta: {loss.asmr.form: none}
                  Ours: {}
                """);
    }

    @Test
    void rowsWithoutDeltaAreHeldAgainstTheFirstThatHasOneWithTheSameSeed() throws IOException {
        train("Baseline", 0);
        train("Without delta", 1);
        SmallStore.weights(train("Ours", 0), weights(1));
        SmallStore.weights(train("Ours", 1), weights(0.5));
        FigurePage page = PairCosinesFigure.of(small.input("synthped"));
        Lines against = (Lines) page.charts().get(0);
        assertThat(against.lines())
                .extracting(Lines.Line::name)
                .containsExactly(
                        "Baseline (n = 1), against delta of Ours",
                        "Without delta (n = 1), against delta of Ours",
                        "Ours (n = 2)",
                        "target of ASMR: centred cosine = delta");
        // With half the weights a differing group costs 1 instead of 2: delta 1/2 and .2689 instead of .2689 and .0474.
        assertThat(deltas(against, 0)).containsExactly(.0474, .2689);
        assertThat(deltas(against, 1)).containsExactly(.2689, .5);
        assertThat(deltas(against, 2)).containsExactly(.0474, .2689, .5);
        assertThat(page.csv())
                .startsWith(
                        "dataset,row,seed,deltaOf,binsOf,from,to,pairs,meanDelta,meanCentredCosine,sdCentredCosine\n"
                                + "synthped,Baseline,0,Ours,delta,0.025,0.05,1,0.0474258")
                .contains("synthped,Ours,1,Ours,delta,0.5,0.525,2,0.5,")
                .contains("synthped,Ours,1,,cosine,-0.75,-0.7,1,,,\n");
        assertThat(page.notes()).isEmpty();
    }

    private static List<Double> deltas(Lines lines, int line) {
        return lines.lines().get(line).points().stream()
                .map(point -> Math.round(point.x() * 10_000) / 10_000.0)
                .toList();
    }

    @Test
    void theDistributionIsInPercentOfThePairs() throws IOException {
        train("Baseline", 0);
        train("Baseline", 1);
        FigurePage page = PairCosinesFigure.of(small.input("synthped"));
        assertThat(page.charts()).hasSize(1);
        Lines distribution = (Lines) page.charts().get(0);
        assertThat(distribution.lines().get(0).points().stream()
                        .mapToDouble(Lines.Point::y)
                        .sum())
                .isEqualTo(100);
        assertThat(page.notes())
                .containsExactly(
                        "without a finished row that has ASMR with delta, there is no delta to hold the cosines against");
    }

    @Test
    void otherCategoriesAreNotHeldAgainstTheDelta() throws IOException {
        SmallStore.prototypes(
                small.finish("Baseline", "synthped", 0, 40),
                new float[][] {{1, 0}, {0, 1}},
                new float[][] {{1}, {0}},
                1);
        SmallStore.weights(train("Ours", 0), weights(1));
        FigurePage page = PairCosinesFigure.of(small.input("synthped"));
        assertThat(page.notes())
                .containsExactly(
                        "Baseline was trained on other categories than Ours and is not held against its delta");
        assertThat(((Lines) page.charts().get(0)).lines())
                .extracting(Lines.Line::name)
                .containsExactly("Ours (n = 1)", "target of ASMR: centred cosine = delta");
    }

    @Test
    void aTrialOfAnOlderStoreHasNothingToShow() throws IOException {
        small.finish("Ours", "synthped", 0, 40);
        FigurePage page = PairCosinesFigure.of(small.input("synthped"));
        assertThat(page.isEmpty()).isTrue();
        assertThat(page.notes()).containsExactly("no finished trial has kept its prototypes");
    }

    private Path train(String row, long seed) throws IOException {
        Path trial = small.finish(row, "synthped", seed, 40);
        SmallStore.prototypes(trial, EMBEDDINGS, BITS, 2, 3);
        return trial;
    }

    private static Map<String, Double> weights(double value) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int k = 0; k < 5; k++) {
            weights.put("bit " + k, value);
        }
        return weights;
    }
}
