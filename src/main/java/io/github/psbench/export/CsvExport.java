package io.github.psbench.export;

import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.report.text.Csv;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Trials as comma-separated values (RFC 4180, line feeds). */
final class CsvExport implements TrialExport {
    private static final List<String> TRIAL = List.of("trial", "experiment", "row", "dataset", "seed");
    private static final List<String> SPLITS = List.of("", "/seen", "/unseen");
    private static final List<String> TIMES = List.of("pretrainingSeconds", "trainingSeconds", "evaluationSeconds");

    private final CSVPrinter printer;

    CsvExport(Appendable out) throws IOException {
        printer = new CSVPrinter(out, Csv.FORMAT);
    }

    @Override
    public void beginTrials() throws IOException {
        List<String> names = new ArrayList<>(TRIAL);
        for (String split : SPLITS) {
            String suffix = split.isEmpty() ? "" : "_" + split.substring(1);
            scores().forEach(score -> names.add(score + suffix));
        }
        names.addAll(TIMES);
        printer.printRecord(names);
    }

    private static List<String> scores() {
        return Arrays.stream(RetrievalScores.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    @Override
    public void trial(FinishedTrial trial) throws IOException {
        List<@Nullable String> fields = fields(trial);
        for (String split : SPLITS) {
            for (String score : scores()) {
                fields.add(number(trial.scores().at(split + "/" + score)));
            }
        }
        TIMES.forEach(time -> fields.add(number(trial.times().path(time))));
        printer.printRecord(fields);
    }

    @Override
    public void beginMetrics() throws IOException {
        List<String> names = new ArrayList<>(TRIAL);
        names.addAll(List.of("number", "epoch", "step", "metric", "value"));
        printer.printRecord(names);
    }

    @Override
    public void metrics(FinishedTrial trial, MetricLine line) throws IOException {
        for (Map.Entry<String, Double> number : line.numbers().entrySet()) {
            List<@Nullable String> fields = fields(trial);
            fields.add(String.valueOf(line.number()));
            fields.add(number(line.content().path("epoch")));
            fields.add(number(line.content().path("step")));
            fields.add(Csv.cell(number.getKey()));
            fields.add(NumberOutput.toString(number.getValue(), true));
            printer.printRecord(fields);
        }
    }

    private static List<@Nullable String> fields(FinishedTrial trial) {
        List<@Nullable String> fields = new ArrayList<>();
        fields.add(trial.stored().id());
        fields.add(cell(trial.stored().experiment()));
        fields.add(cell(trial.stored().row()));
        fields.add(cell(trial.stored().dataset()));
        fields.add(String.valueOf(trial.stored().seed()));
        return fields;
    }

    private static @Nullable String cell(@Nullable String text) {
        return text == null ? null : Csv.cell(text);
    }

    private static @Nullable String number(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.asText();
        }
        return value.isNumber() ? NumberOutput.toString(value.doubleValue(), true) : null;
    }
}
