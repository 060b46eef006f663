package io.github.psbench.export.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A run on a server, as it was when it was looked up.
 *
 * @param run what the server says of it
 */
record Run(Server server, JsonNode run) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    String id() {
        return run.at("/info/run_id").asText();
    }

    boolean isFinished() {
        return run.at("/info/status").asText().equals("FINISHED");
    }

    /** Where the server keeps the run's files, such as "mlflow-artifacts:/1/4f.../artifacts" or "s3://bucket/1/4f.../artifacts". */
    String artifacts() {
        return run.at("/info/artifact_uri").asText();
    }

    /** The steps that have arrived, by metric. */
    Map<String, Set<Long>> steps() throws NoAnswer {
        Map<String, Set<Long>> steps = new HashMap<>();
        for (JsonNode metric : run.at("/data/metrics")) {
            String name = metric.path("key").asText();
            steps.put(name, steps(name));
        }
        return steps;
    }

    private Set<Long> steps(String metric) throws NoAnswer {
        Set<Long> steps = new HashSet<>();
        Optional<String> page = Optional.of("");
        while (page.isPresent()) {
            Map<String, String> query =
                    new LinkedHashMap<>(Map.of("run_id", id(), "metric_key", metric, "max_results", "10000"));
            page.filter(token -> !token.isEmpty()).ifPresent(token -> query.put("page_token", token));
            JsonNode answer = server.get("mlflow/metrics/get-history", query).orElse(JSON.objectNode());
            answer.path("metrics").forEach(value -> steps.add(value.path("step").asLong()));
            page = Optional.of(answer.path("next_page_token").asText()).filter(token -> !token.isEmpty());
        }
        return steps;
    }

    /** Sends a batch of metrics, parameters or tags; no more than the server takes at once. */
    void log(ObjectNode batch) throws NoAnswer {
        server.post("mlflow/runs/log-batch", batch.put("run_id", id()));
    }

    /** @param milliseconds since 1970 */
    void finish(long milliseconds) throws NoAnswer {
        ObjectNode update = JSON.objectNode();
        update.put("run_id", id()).put("status", "FINISHED").put("end_time", milliseconds);
        server.post("mlflow/runs/update", update);
    }
}
