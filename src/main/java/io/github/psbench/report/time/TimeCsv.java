package io.github.psbench.report.time;

import io.github.psbench.report.table.TrialCounts;
import io.github.psbench.report.text.Csv;
import io.github.psbench.report.text.Decimals;
import io.github.psbench.run.TrialTimes;
import io.github.psbench.run.TrialTimes.Machine;
import io.github.psbench.run.work.StepTimes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Comma-separated values: a line for each published number and each trial, unrounded. */
final class TimeCsv {
    private static final List<String> HEADINGS = List.of(
            "dataset",
            "row",
            "source",
            "seed",
            "trial",
            "state",
            "publishedMinutes",
            "trainingMinutes",
            "trainingWarmUp",
            "pretrainingMinutes",
            "pretrainingWarmUp",
            "targetEpoch",
            "targetMinutes",
            "trainingSeconds",
            "pretrainingSeconds",
            "evaluationSeconds",
            "validationMedianSeconds",
            "precision");

    private static final List<String> OF_STAGE = List.of(
            "Batch",
            "Steps",
            "MeasuredSteps",
            "StepMedianSeconds",
            "StepLowerQuartileSeconds",
            "StepUpperQuartileSeconds",
            "Processors",
            "Device",
            "Threads",
            "TrialsAtOnce");

    private TimeCsv() {}

    static String of(TimeTable table) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, Csv.FORMAT)) {
            List<String> headings = new ArrayList<>(HEADINGS);
            for (String stage : List.of("training", "pretraining")) {
                OF_STAGE.forEach(fact -> headings.add(stage + fact));
            }
            printer.printRecord(headings);
            for (TimeRow row : table.rows()) {
                Double minutes = row.publishedMinutes();
                if (minutes != null) {
                    List<@Nullable Object> fields = new ArrayList<>(Arrays.asList(
                            Csv.cell(row.dataset()),
                            Csv.cell(row.name()),
                            "published",
                            null,
                            null,
                            null,
                            number(minutes)));
                    while (fields.size() < headings.size()) {
                        fields.add(null);
                    }
                    printer.printRecord(fields);
                }
                for (TimedTrial trial : row.trials()) {
                    printer.printRecord(fields(row, trial));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    private static List<@Nullable Object> fields(TimeRow row, TimedTrial trial) {
        TrialTimes times = trial.times();
        List<@Nullable Object> fields = new ArrayList<>(Arrays.asList(
                Csv.cell(row.dataset()),
                Csv.cell(row.name()),
                "measured",
                trial.outcome().spec().seed(),
                trial.outcome().id(),
                TrialCounts.word(trial.outcome().state()),
                null,
                number(trial.trainingMinutes()),
                times == null ? null : trial.isWhole() ? "included" : "excluded",
                number(trial.pretrainingMinutes()),
                trial.pretrainingMinutes() == null ? null : trial.isWholePretraining() ? "included" : "excluded",
                trial.targetEpoch(),
                number(trial.targetMinutes()),
                times == null ? null : number(times.trainingSeconds()),
                times == null ? null : number(times.pretrainingSeconds()),
                times == null ? null : number(times.evaluationSeconds()),
                times == null || times.validation() == null
                        ? null
                        : number(times.validation().medianSeconds()),
                TimeNotes.precision(trial.recipe())));
        addStage(fields, trial, Stage.TRAINING, times == null ? null : times.machine());
        addStage(fields, trial, Stage.PRETRAINING, times == null ? null : times.pretrainingMachine());
        return fields;
    }

    private static void addStage(
            List<@Nullable Object> fields, TimedTrial trial, Stage stage, @Nullable Machine machine) {
        StepTimes steps = trial.times() == null ? null : stage.steps(trial.times());
        fields.add(stage.isIn(trial.recipe()) ? stage.batch(trial.recipe()) : null);
        fields.add(steps == null ? null : steps.steps());
        fields.add(steps == null ? null : steps.measured());
        fields.add(steps == null ? null : number(steps.medianSeconds()));
        fields.add(steps == null ? null : number(steps.lowerQuartileSeconds()));
        fields.add(steps == null ? null : number(steps.upperQuartileSeconds()));
        fields.add(steps == null ? null : number(steps.processors()));
        fields.add(machine == null || machine.device() == null ? null : Csv.cell(machine.device()));
        fields.add(machine == null ? null : machine.threads());
        fields.add(machine == null ? null : machine.trialsAtOnce());
    }

    private static @Nullable String number(@Nullable Double value) {
        return value == null ? null : Decimals.exact(value);
    }
}
