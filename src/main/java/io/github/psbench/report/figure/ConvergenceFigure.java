package io.github.psbench.report.figure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.psbench.eval.Metric;
import io.github.psbench.report.chart.Chart;
import io.github.psbench.report.chart.Lines;
import io.github.psbench.report.figure.FigureInput.Found;
import io.github.psbench.report.statistics.Sample;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.TrialOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of the loss and the validation scores over the epochs: a chart each, a line a row, mean and spread over seeds. */
final class ConvergenceFigure {
    private static final String VALIDATION = "validation";

    /** What the parts add up to, which says nothing new. */
    private static final String TOTAL = "loss";

    /** A trial's quantities, of each its value by epoch; a loss is the mean over the epoch's steps. */
    record Curves(Map<String, SortedMap<Integer, Double>> quantities) {}

    private ConvergenceFigure() {}

    static FigurePage of(FigureInput input, Metric metric) {
        Map<String, List<Found<Curves>>> rows = new LinkedHashMap<>();
        for (String row : input.experiment().rows()) {
            List<Found<Curves>> found = input.ofRow(row, trial -> curves(input.files(), trial, metric));
            if (!found.isEmpty()) {
                rows.put(row, found);
            }
        }
        LinkedHashSet<String> quantities = new LinkedHashSet<>();
        rows.values()
                .forEach(row -> row.forEach(
                        trial -> quantities.addAll(trial.value().quantities().keySet())));
        List<String> notes = new ArrayList<>();
        if (rows.isEmpty()) {
            notes.add("no finished trial has kept its metrics");
        } else if (quantities.stream().noneMatch(quantity -> quantity.startsWith(VALIDATION))) {
            notes.add(
                    "there is no validation score, because no finished trial has a validation split (validation.share)");
        }
        return new FigurePage(
                "Convergence on " + PlainText.of(input.dataset()),
                rows.values().stream().map(List::size).toList(),
                numbers(input, rows),
                quantities.stream()
                        .sorted()
                        .map(quantity -> chart(input, rows, quantity, metric))
                        .toList(),
                notes);
    }

    /** Null where there are none. */
    static @Nullable Curves curves(TrialFiles files, TrialOutcome trial, Metric metric) {
        Map<String, SortedMap<Integer, List<Double>>> values = new TreeMap<>();
        files.metrics(trial, line -> {
            int epoch = (int) TrialFiles.number(line.required("epoch"));
            switch (line.required("stage").asText()) {
                case "training" -> line.required("losses").properties().forEach(loss -> add(values, loss, epoch));
                case VALIDATION ->
                    add(
                            values,
                            Map.entry(
                                    VALIDATION + " " + metric.key(),
                                    line.required("scores").required(metric.key())),
                            epoch);
                default -> {
                    // pretraining, in an older store
                }
            }
        });
        if (values.isEmpty()) {
            return null;
        }
        Map<String, SortedMap<Integer, Double>> means = new TreeMap<>();
        values.forEach((quantity, byEpoch) -> {
            SortedMap<Integer, Double> mean = new TreeMap<>();
            byEpoch.forEach((epoch, all) -> mean.put(epoch, new Sample(all).mean()));
            means.put(quantity, mean);
        });
        return new Curves(means);
    }

    private static void add(
            Map<String, SortedMap<Integer, List<Double>>> values, Map.Entry<String, JsonNode> found, int epoch) {
        if (!found.getKey().equals(TOTAL)) {
            values.computeIfAbsent(found.getKey(), unseen -> new TreeMap<>())
                    .computeIfAbsent(epoch, unseen -> new ArrayList<>())
                    .add(TrialFiles.number(found.getValue()));
        }
    }

    private static List<List<@Nullable Object>> numbers(FigureInput input, Map<String, List<Found<Curves>>> rows) {
        List<List<@Nullable Object>> numbers = new ArrayList<>();
        numbers.add(Arrays.<@Nullable Object>asList("dataset", "row", "seed", "epoch", "quantity", "value"));
        rows.forEach((row, trials) -> {
            for (Found<Curves> trial : trials) {
                trial.value()
                        .quantities()
                        .forEach((quantity, byEpoch) ->
                                byEpoch.forEach((epoch, value) -> numbers.add(Arrays.<@Nullable Object>asList(
                                        input.dataset(),
                                        row,
                                        trial.trial().spec().seed(),
                                        epoch,
                                        quantity,
                                        value))));
            }
        });
        return numbers;
    }

    private static Chart chart(
            FigureInput input, Map<String, List<Found<Curves>>> rows, String quantity, Metric metric) {
        List<Lines.Line> lines = new ArrayList<>();
        rows.forEach((row, trials) -> {
            List<SortedMap<Integer, Double>> curves = trials.stream()
                    .map(trial -> trial.value().quantities().get(quantity))
                    .filter(Objects::nonNull)
                    .toList();
            if (!curves.isEmpty()) {
                lines.add(new Lines.Line(FigureInput.legend(row, curves.size()), input.style(row), points(curves)));
            }
        });
        boolean validation = quantity.startsWith(VALIDATION);
        return new Lines(
                new Chart.Labels(
                        validation
                                ? "Validation split after each epoch"
                                : "Part of the loss: " + PlainText.of(quantity),
                        "epoch",
                        validation ? metric.heading() + " (%)" : PlainText.of(quantity) + " (mean over steps)"),
                new Lines.Linear(),
                lines,
                null);
    }

    private static List<Lines.Point> points(List<SortedMap<Integer, Double>> curves) {
        Stream<Integer> epochs = curves.stream()
                .flatMap(curve -> curve.keySet().stream())
                .distinct()
                .sorted();
        return epochs.map(epoch -> {
                    Sample sample = new Sample(curves.stream()
                            .map(curve -> curve.get(epoch))
                            .filter(Objects::nonNull)
                            .toList());
                    return new Lines.Point(epoch, sample.mean(), FigureInput.deviation(sample));
                })
                .toList();
    }
}
