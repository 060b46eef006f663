package io.github.psbench.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.eval.Metric;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.report.text.Leaves;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.Curves;
import io.github.psbench.run.TrialFolder;
import io.github.psbench.run.TrialResult;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** All that the page tells of one finished trial, as JSON. */
final class RunFacts {
    /** What is told of where it ran: none of it names a folder of the machine. */
    private static final Map<String, String> ENVIRONMENT = inOrder(List.of(
            Map.entry("psbench", "psbench"),
            Map.entry("gitCommit", "commit"),
            Map.entry("gitDirty", "uncommitted changes"),
            Map.entry("device", "device"),
            Map.entry("gpu", "GPU"),
            Map.entry("driver", "driver"),
            Map.entry("processor", "processor"),
            Map.entry("cores", "cores"),
            Map.entry("threads", "threads"),
            Map.entry("os", "system"),
            Map.entry("jdk", "JDK"),
            Map.entry("engine", "engine"),
            Map.entry("libtorch", "libtorch"),
            Map.entry("jpegDecoder", "JPEG decoder"),
            Map.entry("resize", "resizing")));

    private RunFacts() {}

    static ObjectNode of(TrialFolder folder, TrialResult result, Path results) {
        ObjectNode run = JsonNodeFactory.instance.objectNode();
        run.put("reproduce", Commands.reproduce(folder.trial().shortId(), results));
        ObjectNode scores = run.putObject("scores");
        fill(scores.putObject("all"), result.scores());
        if (result.seen() != null) {
            fill(scores.putObject("seen"), result.seen());
        }
        if (result.unseen() != null) {
            fill(scores.putObject("unseen"), result.unseen());
        }
        ArrayNode times = run.putArray("seconds");
        times.add(result.pretrainingSeconds()).add(result.trainingSeconds()).add(result.evaluationSeconds());
        Curves curves = folder.curves();
        fill(run.putArray("loss"), curves.loss());
        fill(run.putArray("validation"), curves.validationRank1());
        JsonNode settings = folder.settings();
        ObjectNode inputs = run.putObject("inputs");
        inputs.put("data", settings.path("dataDigest").asText("not recorded"));
        inputs.put(
                "weights",
                settings.path(TrialFolder.RECIPE)
                        .path("backbone")
                        .path("weights")
                        .asText("not recorded"));
        inputs.put("training revision", settings.path("trainingRevision").asText("not recorded"));
        JsonNode environment = folder.environment();
        ObjectNode where = run.putObject("environment");
        ENVIRONMENT.forEach((key, name) -> {
            JsonNode value = environment.path(key);
            if (!value.isMissingNode() && !value.isNull()) {
                where.put(name, text(value));
            }
        });
        return run;
    }

    private static void fill(ObjectNode node, RetrievalScores scores) {
        for (Metric metric : Metric.values()) {
            node.put(metric.key(), metric.of(scores));
        }
        node.put("queries", scores.queries());
        node.put("without", scores.queriesWithoutMatch());
        node.put("gallery", scores.gallery());
        node.put("ties", scores.ties());
    }

    private static void fill(ArrayNode node, SortedMap<Integer, Double> curve) {
        curve.forEach((epoch, value) -> node.addArray().add(epoch).add(value));
    }

    /** Settings as text, by dotted keys. */
    static Map<String, String> texts(JsonNode settings) {
        Map<String, String> texts = new LinkedHashMap<>();
        Leaves.of(settings, ".").forEach((key, value) -> texts.put(key, text(value)));
        return texts;
    }

    private static String text(JsonNode value) {
        if (value.isNumber()) {
            return new BigDecimal(value.asText()).stripTrailingZeros().toPlainString();
        }
        return PlainText.of(value.isTextual() ? value.textValue() : value.toString());
    }

    private static Map<String, String> inOrder(List<Map.Entry<String, String>> entries) {
        Map<String, String> ordered = new LinkedHashMap<>();
        entries.forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }
}
