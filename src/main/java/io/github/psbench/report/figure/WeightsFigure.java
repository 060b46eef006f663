package io.github.psbench.report.figure;

import io.github.psbench.loss.L2NormalisedWeights;
import io.github.psbench.loss.SemanticMargin;
import io.github.psbench.loss.UniformWeights;
import io.github.psbench.report.chart.Bars;
import io.github.psbench.report.chart.Chart;
import io.github.psbench.report.figure.FigureInput.Found;
import io.github.psbench.report.statistics.Sample;
import io.github.psbench.report.text.Decimals;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.TrialSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The learned weights w, a bar each (Figure 5 of the ASMR paper): mean and spread over seeds, a chart a row. */
final class WeightsFigure {
    /** w where nothing is learned, if no row of the experiment says otherwise. */
    private static final double UNIFORM = 1;

    /** A row's weights by name, in their order, of each its values by seed. */
    record RowWeights(String row, boolean normalised, int seeds, Map<String, Map<Long, Double>> values) {
        Sample sample(String name) {
            return new Sample(
                    List.copyOf(Objects.requireNonNull(values.get(name)).values()));
        }
    }

    private WeightsFigure() {}

    static FigurePage of(FigureInput input) {
        List<RowWeights> rows = rows(input);
        double uniform = uniform(input);
        return new FigurePage(
                "Learned weights w on " + PlainText.of(input.dataset()),
                rows.stream().map(RowWeights::seeds).toList(),
                numbers(input, rows),
                rows.stream().map(row -> chart(row, uniform)).toList(),
                rows.isEmpty() ? List.of("no finished trial has kept learned weights") : List.of());
    }

    /** Those of the experiment's rows that have any, in its order. */
    static List<RowWeights> rows(FigureInput input) {
        List<RowWeights> rows = new ArrayList<>();
        for (String row : input.experiment().rows()) {
            List<Found<Map<String, Double>>> found =
                    input.ofRow(row, trial -> learned(trial) ? input.files().weights(trial) : null);
            if (!found.isEmpty()) {
                Map<String, Map<Long, Double>> values = new LinkedHashMap<>();
                for (Found<Map<String, Double>> trial : found) {
                    long seed = trial.trial().spec().seed();
                    trial.value().forEach((name, value) -> values.computeIfAbsent(name, unseen -> new LinkedHashMap<>())
                            .put(seed, value));
                }
                rows.add(new RowWeights(row, normalised(found.get(0).trial()), found.size(), values));
            }
        }
        return rows;
    }

    private static boolean learned(TrialOutcome trial) {
        SemanticMargin asmr = trial.spec().recipe().loss().asmr();
        return asmr != null && asmr.weights().learned();
    }

    private static boolean normalised(TrialOutcome trial) {
        SemanticMargin asmr = trial.spec().recipe().loss().asmr();
        return asmr != null && asmr.weights() instanceof L2NormalisedWeights;
    }

    /** The constant of the data set's first row of uniform weights, or else 1. */
    static double uniform(FigureInput input) {
        return input.experiment().trials().stream()
                .filter(spec -> spec.dataset().equals(input.dataset()))
                .map(WeightsFigure::uniform)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(UNIFORM);
    }

    private static @Nullable Double uniform(TrialSpec spec) {
        SemanticMargin asmr = spec.recipe().loss().asmr();
        return asmr != null && asmr.weights() instanceof UniformWeights uniform ? uniform.value() : null;
    }

    private static List<List<@Nullable Object>> numbers(FigureInput input, List<RowWeights> rows) {
        List<Long> seeds = input.experiment().seeds();
        List<List<@Nullable Object>> numbers = new ArrayList<>();
        numbers.add(Stream.concat(
                        Stream.of("dataset", "row", "name", "mean", "sd", "n"),
                        seeds.stream().map(seed -> "seed " + seed))
                .<@Nullable Object>map(heading -> heading)
                .toList());
        for (RowWeights row : rows) {
            row.values().forEach((name, bySeed) -> {
                Sample sample = row.sample(name);
                List<@Nullable Object> line = new ArrayList<>(Arrays.<@Nullable Object>asList(
                        input.dataset(), row.row(), name, sample.mean(), FigureInput.deviation(sample), sample.size()));
                seeds.forEach(seed -> line.add(bySeed.get(seed)));
                numbers.add(line);
            });
        }
        return numbers;
    }

    private static Chart chart(RowWeights row, double uniform) {
        List<Bars.Bar> bars = row.values().keySet().stream()
                .map(name -> {
                    Sample sample = row.sample(name);
                    return new Bars.Bar(PlainText.of(name), sample.mean(), FigureInput.deviation(sample));
                })
                .toList();
        return new Bars(
                new Chart.Labels(FigureInput.legend(row.row(), row.seeds()), "", "weight w (no unit)"),
                bars,
                "learned w" + (row.seeds() == 1 ? "" : ": mean and sample standard deviation")
                        + (row.normalised() ? " (delta takes w / |w|)" : ""),
                new Bars.Level(
                        "uniform w = "
                                + new BigDecimal(Decimals.exact(uniform))
                                        .stripTrailingZeros()
                                        .toPlainString(),
                        uniform));
    }
}
