package io.github.psbench.report.time;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.report.statistics.Sample;
import io.github.psbench.report.statistics.SeedValue;
import io.github.psbench.report.table.Explanations;
import io.github.psbench.report.table.TrialCounts;
import io.github.psbench.report.text.Json;
import io.github.psbench.run.TrialTimes;
import io.github.psbench.run.TrialTimes.Machine;
import io.github.psbench.run.work.StepTimes;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.Published;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON with everything: published minutes, means with their values by seed, and each trial. What is not known is left out. */
final class TimeJson {
    private TimeJson() {}

    static String of(TimeTable table) {
        Experiment experiment = table.experiment();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        Json.put(root, "experiment", experiment.name());
        Json.put(root, "title", experiment.title());
        Json.put(root, "profile", experiment.profile());
        ArrayNode overrides = root.putArray("overrides");
        experiment.overrides().forEach(override -> overrides.add(Json.wellFormed(override)));
        if (experiment.published() != null) {
            published(root.putObject("published"), experiment.published());
        }
        ArrayNode datasets = root.putArray("datasets");
        for (String dataset : table.datasets()) {
            ObjectNode node = datasets.addObject();
            Json.put(node, "name", dataset);
            ArrayNode rows = node.putArray("rows");
            table.rows(dataset).forEach(row -> row(rows.addObject(), row));
        }
        ArrayNode trials = root.putArray("trials");
        table.trials().forEach(trial -> trial(trials.addObject(), trial));
        ArrayNode notes = root.putArray("notes");
        TimeNotes.of(table).forEach(note -> notes.add(Json.wellFormed(note)));
        return Json.text(root);
    }

    private static void published(ObjectNode node, Published published) {
        Json.put(node, "paper", published.paper());
        Json.put(node, "table", published.table());
        Json.put(node, "title", published.title());
        ArrayNode rows = node.putArray("rows");
        for (Published.Row row : published.rows()) {
            ObjectNode one = rows.addObject();
            Json.put(one, "name", row.name());
            one.put("ours", row.ours());
            Json.put(one, "protocol", row.protocol());
        }
    }

    private static void row(ObjectNode node, TimeRow row) {
        Json.put(node, "name", row.name());
        Double minutes = row.publishedMinutes();
        if (minutes != null) {
            node.put("publishedMinutes", minutes);
        }
        if (row.trials().isEmpty()) {
            Json.put(node, "missing", row.missing(Quantity.TRAINING));
            return;
        }
        for (Quantity quantity : Quantity.values()) {
            cell(node.putObject(quantity.key()), row, quantity);
        }
    }

    private static void cell(ObjectNode node, TimeRow row, Quantity quantity) {
        Json.put(node, "unit", quantity.unit());
        List<SeedValue> values = row.values(quantity);
        if (values.isEmpty()) {
            Json.put(node, "missing", row.missing(quantity));
            return;
        }
        Sample sample = SeedValue.sample(values);
        node.put("mean", sample.mean());
        sample.standardDeviation().ifPresent(deviation -> node.put("sd", deviation));
        node.put("n", sample.size());
        node.put("warmUpIncluded", row.isWhole(quantity));
        ArrayNode each = node.putArray("values");
        values.forEach(value -> each.addObject().put("seed", value.seed()).put("value", value.value()));
    }

    private static void trial(ObjectNode node, TimedTrial trial) {
        Json.put(node, "row", trial.outcome().spec().row());
        Json.put(node, "dataset", trial.outcome().spec().dataset());
        node.put("seed", trial.outcome().spec().seed());
        put(node, "id", trial.outcome().id());
        node.put("state", TrialCounts.word(trial.outcome().state()));
        put(node, "reason", trial.outcome().reason());
        Json.put(node, "settings", Explanations.ofRecipe(trial.recipe()));
        node.put("precision", TimeNotes.precision(trial.recipe()));
        TrialTimes times = trial.times();
        if (times == null) {
            return;
        }
        node.put("evaluationSeconds", times.evaluationSeconds());
        if (trial.targetEpoch() != null) {
            node.put("targetEpoch", trial.targetEpoch());
        }
        if (times.validation() != null) {
            node.putObject("validation")
                    .put("measured", times.validation().measured())
                    .put("medianSeconds", times.validation().medianSeconds());
        }
        stage(node.putObject("training"), trial, Stage.TRAINING, times.trainingSeconds(), times.machine());
        if (trial.recipe().pretraining() != null) {
            stage(
                    node.putObject("pretraining"),
                    trial,
                    Stage.PRETRAINING,
                    times.pretrainingSeconds(),
                    times.pretrainingMachine());
        }
    }

    private static void stage(
            ObjectNode node, TimedTrial trial, Stage stage, double wholeSeconds, @Nullable Machine machine) {
        node.put("wholeSeconds", wholeSeconds);
        node.put("batch", stage.batch(trial.recipe()));
        StepTimes steps = trial.times() == null ? null : stage.steps(trial.times());
        if (steps != null) {
            node.put("seconds", steps.seconds());
            node.put("steps", steps.steps());
            node.put("measuredSteps", steps.measured());
            node.put("warmUpSteps", steps.warmUp());
            node.put("images", steps.images());
            node.put("stepMedianSeconds", steps.medianSeconds());
            node.put("stepLowerQuartileSeconds", steps.lowerQuartileSeconds());
            node.put("stepUpperQuartileSeconds", steps.upperQuartileSeconds());
            node.put("processors", steps.processors());
        }
        if (machine != null) {
            put(node, "device", machine.device());
            if (machine.threads() != null) {
                node.put("threads", machine.threads());
            }
            if (machine.trialsAtOnce() != null) {
                node.put("trialsAtOnce", machine.trialsAtOnce());
            }
        }
    }

    private static void put(ObjectNode node, String key, @Nullable String text) {
        if (text != null) {
            Json.put(node, key, text);
        }
    }
}
