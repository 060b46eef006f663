package io.github.psbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.eval.Metric;
import io.github.psbench.report.chart.HeatMap;
import io.github.psbench.report.chart.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepFigureTest {
    private static final String TWO_ROWS = """
            seeds: [0, 1]
            datasets: {synthped: {}}
            rows: {Ours: {}, Detached: {loss.asmr.mu: detached}}
            """;
    private static final String ONE_ROW = """
            seeds: [0, 1]
            datasets: {synthped: {}}
            rows: {Ours: {}}
            """;

    @TempDir
    private Path folder;

    @Test
    void oneAxisOfNumbersGivesALineADeclaredRow() throws IOException {
        SmallStore small = new SmallStore(folder, TWO_ROWS + "sweep: {product: {loss.asmr.lambda: [2, 1, 4]}}\n");
        small.finish("Ours, lambda = 2", "synthped", 0, 40);
        small.finish("Ours, lambda = 2", "synthped", 1, 44);
        small.finish("Ours, lambda = 1", "synthped", 0, 41);
        small.finish("Detached, lambda = 4", "synthped", 1, 43);
        FigurePage page = SweepFigure.of(small.input("synthped"), Metric.RANK1);
        assertThat(page.csv()).isEqualTo("""
                dataset,row,point,loss.asmr.lambda,metric,mean,sd,n,seed 0,seed 1
                synthped,Ours,"Ours, lambda = 2",2,rank1,42.0,2.8284271247461903,2,40.0,44.0
                synthped,Ours,"Ours, lambda = 1",1,rank1,41.0,,1,41.0,
                synthped,Detached,"Detached, lambda = 4",4,rank1,43.0,,1,,43.0
                """);
        Lines lines = (Lines) page.charts().get(0);
        assertThat(lines.scale()).isEqualTo(new Lines.Linear());
        assertThat(lines.lines())
                .containsExactly(
                        new Lines.Line(
                                "Ours (n = 1 to 2)",
                                0,
                                List.of(new Lines.Point(1, 41, Double.NaN), new Lines.Point(2, 42, Math.sqrt(8)))),
                        new Lines.Line("Detached (n = 1)", 1, List.of(new Lines.Point(4, 43, Double.NaN))));
        assertThat(lines.best()).isEqualTo(new Lines.Mark("highest: Detached, lambda = 4, 43.0", 4, 43));
        assertThat(lines.labels().x()).isEqualTo("loss.asmr.lambda");
        assertThat(page.notes()).isEmpty();
    }

    @Test
    void valuesOverMoreThanTwoDecadesGetALogarithmicAxis() throws IOException {
        assertThat(scale("[0.1, 1, 64]", "0.1")).isEqualTo(new Lines.Logarithmic());
        assertThat(scale("[0.1, 1, 10]", "0.1")).isEqualTo(new Lines.Linear());
        assertThat(scale("[0, 1, 1000]", "0")).isEqualTo(new Lines.Linear());
    }

    private Lines.Scale scale(String lambdas, String first) throws IOException {
        SmallStore small = new SmallStore(folder, ONE_ROW + "sweep: {product: {loss.asmr.lambda: " + lambdas + "}}\n");
        small.finish("Ours, lambda = " + first, "synthped", 0, 40);
        return ((Lines) SweepFigure.of(small.input("synthped"), Metric.RANK1)
                        .charts()
                        .get(0))
                .scale();
    }

    @Test
    void wordsAndPairsOfValuesAreCategories() throws IOException {
        SmallStore small =
                new SmallStore(folder, ONE_ROW + "sweep: {product: {loss.asmr.weights: [uniform, learned]}}\n");
        small.finish("Ours, weights = learned", "synthped", 0, 40);
        Lines words = (Lines)
                SweepFigure.of(small.input("synthped"), Metric.RANK1).charts().get(0);
        assertThat(words.scale()).isEqualTo(new Lines.Words(List.of("uniform", "learned")));
        assertThat(words.lines().get(0).points()).containsExactly(new Lines.Point(1, 40, Double.NaN));

        SmallStore zipped = new SmallStore(
                folder,
                ONE_ROW + "sweep: {zip: {loss.alignment.scale: [12, 32], loss.alignment.margin: [0.2, 0.1]}}\n");
        zipped.finish("Ours, scale = 32, margin = 0.1", "synthped", 0, 40);
        Lines pairs = (Lines)
                SweepFigure.of(zipped.input("synthped"), Metric.RANK1).charts().get(0);
        assertThat(pairs.scale()).isEqualTo(new Lines.Words(List.of("12 / 0.2", "32 / 0.1")));
        assertThat(pairs.labels().x()).isEqualTo("loss.alignment.scale / loss.alignment.margin");
    }

    @Test
    void twoAxesGiveAHeatMapADeclaredRow() throws IOException {
        SmallStore small = new SmallStore(
                folder,
                TWO_ROWS
                        + "sweep: {product: {loss.alignment.scale: [12, 32], loss.alignment.margin: [0.1, 0.2, 0.3]}}\n");
        small.finish("Ours, scale = 12, margin = 0.2", "synthped", 0, 40);
        small.finish("Ours, scale = 32, margin = 0.3", "synthped", 1, 50.25);
        small.finish("Detached, scale = 12, margin = 0.1", "synthped", 1, 45);
        FigurePage page = SweepFigure.of(small.input("synthped"), Metric.RANK1);
        HeatMap ours = (HeatMap) page.charts().get(0);
        assertThat(ours.columns()).containsExactly("12", "32");
        assertThat(ours.rows()).containsExactly("0.1", "0.2", "0.3");
        assertThat(ours.values())
                .containsExactly(Arrays.asList(null, null), Arrays.asList(40.0, null), Arrays.asList(null, 50.25));
        assertThat(ours.labels().title()).isEqualTo("Ours (n = 1), mean R1 (%); framed: the highest, 50.3");
        assertThat(page.charts()).hasSize(2);
    }

    @Test
    void threeAxesHaveNumbersAndASentenceButNoChart() throws IOException {
        SmallStore small = new SmallStore(folder, ONE_ROW + """
                sweep:
                  product: {loss.alignment.scale: [12, 32], loss.alignment.margin: [0.1, 0.2], loss.asmr.lambda: [1, 2]}
                """);
        small.finish("Ours, scale = 12, margin = 0.2, lambda = 1", "synthped", 0, 40);
        FigurePage page = SweepFigure.of(small.input("synthped"), Metric.RANK1);
        assertThat(page.charts()).isEmpty();
        assertThat(page.isEmpty()).isFalse();
        assertThat(page.notes())
                .containsExactly(
                        "a sweep over 3 axes has no chart, only one over one or two axes has; its numbers are in"
                                + " the CSV file");
    }

    @Test
    void theFirstOfTheHighestIsMarked() throws IOException {
        SmallStore small = new SmallStore(folder, ONE_ROW + "sweep: {product: {loss.asmr.lambda: [1, 2, 4]}}\n");
        small.finish("Ours, lambda = 2", "synthped", 0, 50);
        small.finish("Ours, lambda = 4", "synthped", 0, 50);
        assertThat(((Lines) SweepFigure.of(small.input("synthped"), Metric.RANK1)
                                .charts()
                                .get(0))
                        .best())
                .isEqualTo(new Lines.Mark("highest: Ours, lambda = 2, 50.0", 2, 50));
    }

    @Test
    void beforeAnyTrialIsFinishedThereIsNothing() throws IOException {
        SmallStore small = new SmallStore(folder, ONE_ROW + "sweep: {product: {loss.asmr.lambda: [1, 2]}}\n");
        FigurePage page = SweepFigure.of(small.input("synthped"), Metric.RANK1);
        assertThat(page.isEmpty()).isTrue();
        assertThat(page.notes()).containsExactly("no trial is finished");
    }
}
