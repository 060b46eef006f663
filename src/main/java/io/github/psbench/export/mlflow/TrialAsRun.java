package io.github.psbench.export.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.export.FinishedTrial;
import io.github.psbench.export.MetricLine;
import io.github.psbench.report.text.Leaves;
import io.github.psbench.run.StoredTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a trial looks like to MLflow: its name, parameters, metrics, tags and files. */
record TrialAsRun(FinishedTrial trial) {
    static final String TRIAL_TAG = "psbench.trial";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int PARAMETERS_AT_ONCE = 100;
    private static final int LONGEST_PARAMETER = 6000;
    private static final int LONGEST_TAG = 5000;
    private static final String WEIGHTS = "weights.safetensors";
    private static final List<String> FILES = List.of(
            "trial.json",
            "launch.json",
            "environment.json",
            "changes.diff",
            "scores.json",
            "times.json",
            "metrics.jsonl",
            "w.json",
            "log.txt");

    /** The request that creates the run. Its tags come with it, so that no run is ever without the trial's id. */
    ObjectNode creation(String experimentId) {
        ObjectNode run = JSON.objectNode();
        run.put("experiment_id", experimentId);
        run.put("run_name", name());
        run.put("start_time", begun());
        ArrayNode tags = run.putArray("tags");
        tags().forEach((key, value) -> {
            if (value != null) {
                tags.addObject().put("key", key).put("value", shortened(value, LONGEST_TAG));
            }
        });
        return run;
    }

    private String name() {
        StoredTrial stored = trial.stored();
        String row = stored.row() == null ? stored.shortId() : stored.row();
        return row + ", " + stored.dataset() + ", seed " + stored.seed();
    }

    private Map<String, @Nullable String> tags() {
        String commit = trial.environment().path("gitCommit").textValue();
        Map<String, @Nullable String> tags = new LinkedHashMap<>();
        tags.put("mlflow.runName", name());
        tags.put("mlflow.source.name", "psbench");
        tags.put("mlflow.source.git.commit", commit);
        tags.put(TRIAL_TAG, trial.stored().id());
        tags.put("psbench.experiment", trial.stored().experiment());
        tags.put("psbench.row", trial.stored().row());
        tags.put("psbench.dataset", trial.stored().dataset());
        tags.put("psbench.seed", String.valueOf(trial.stored().seed()));
        tags.put("psbench.commit", commit);
        return tags;
    }

    /** Milliseconds since 1970. */
    long ended() {
        return trial.finished().toEpochMilli();
    }

    private long begun() {
        double seconds = trial.times().path("trainingSeconds").asDouble()
                + trial.times().path("evaluationSeconds").asDouble();
        return ended() - Math.round(1000 * seconds);
    }

    /** The settings, in as many batches as a server wants. */
    List<ObjectNode> parameters() {
        List<ObjectNode> batches = new ArrayList<>();
        ArrayNode batch = JSON.arrayNode();
        for (Map.Entry<String, JsonNode> setting : trial.settings().entrySet()) {
            if (batch.size() % PARAMETERS_AT_ONCE == 0) {
                ObjectNode next = JSON.objectNode();
                batch = next.putArray("params");
                batches.add(next);
            }
            JsonNode value = setting.getValue();
            batch.addObject()
                    .put("key", setting.getKey())
                    .put("value", shortened(value.isTextual() ? value.asText() : value.toString(), LONGEST_PARAMETER));
        }
        return batches;
    }

    /** The whole of it is in trial.json. */
    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 4) + " ...";
    }

    /** The metrics of every step, then the scores and times of the whole. */
    void metrics(MetricBatches batches) throws IOException {
        MetricLine.of(trial, line -> {
            for (Map.Entry<String, Double> number : line.numbers().entrySet()) {
                batches.add(number.getKey(), number.getValue(), line.number());
            }
        });
        for (JsonNode whole : List.of(trial.scores(), trial.times())) {
            for (Map.Entry<String, JsonNode> number : Leaves.of(whole, "/").entrySet()) {
                batches.add(number.getKey(), number.getValue().asDouble(), 0);
            }
        }
        batches.send();
    }

    /** Those of its files that are there. */
    List<Path> files(boolean weights) {
        List<Path> files = new ArrayList<>();
        FILES.forEach(name -> files.add(trial.stored().folder().resolve(name)));
        if (weights) {
            files.add(trial.stored().folder().resolve(WEIGHTS));
        }
        files.removeIf(file -> !Files.exists(file));
        return files;
    }
}
