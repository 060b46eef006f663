package io.github.psbench.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.psbench.eval.Metric;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.StoredTrial;
import io.github.psbench.run.TrialFolder;
import io.github.psbench.run.TrialResult;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All about one trial, as text. */
final class TrialText {
    private static final String INDENT = "  ";

    private TrialText() {}

    static String of(TrialFolder folder) {
        StoredTrial trial = folder.trial();
        TrialResult result = folder.result();
        StringBuilder text = new StringBuilder(AlignedText.of(facts(trial, result)));
        if (trial.reason() != null) {
            text.append('\n').append(PlainText.of(trial.reason())).append('\n');
        }
        if (result != null) {
            text.append("\nScores, in percent\n").append(indented(AlignedText.of(scores(result))));
        }
        text.append("\nSettings\n").append(indented(AlignedText.of(flat(folder.settings()))));
        text.append("\nEnvironment\n").append(indented(AlignedText.of(flat(folder.environment()))));
        text.append("\nFiles\n");
        folder.files().forEach((name, bytes) -> text.append(Size.aligned(bytes))
                .append(INDENT)
                .append(PlainText.of(name))
                .append('\n'));
        return text.toString();
    }

    private static List<List<String>> facts(StoredTrial trial, @Nullable TrialResult result) {
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("trial", trial.id()));
        facts.add(List.of("experiment", RunsListing.known(trial.experiment())));
        facts.add(List.of("row", RunsListing.known(trial.row())));
        facts.add(List.of("data set", RunsListing.known(trial.dataset())));
        facts.add(List.of("seed", RunsListing.known(trial.seed())));
        facts.add(List.of(
                "state",
                TrialListing.inWords(trial.state())
                        + (trial.finished() == null
                                ? ""
                                : ", " + trial.finished().truncatedTo(ChronoUnit.SECONDS))));
        if (result != null) {
            facts.add(List.of(
                    "times",
                    String.format(
                            "pretraining %.1f s, training %.1f s, evaluation %.1f s",
                            result.pretrainingSeconds(), result.trainingSeconds(), result.evaluationSeconds())));
        }
        facts.add(List.of("folder", trial.folder().toString()));
        return facts;
    }

    private static List<List<String>> scores(TrialResult result) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("", "all", "seen", "unseen"));
        lines.add(line("queries", result, scores -> String.valueOf(scores.queries())));
        for (Metric metric : Metric.values()) {
            lines.add(line(metric.heading(), result, scores -> String.format("%.2f", metric.of(scores))));
        }
        return lines;
    }

    private static List<String> line(String name, TrialResult result, Function<RetrievalScores, String> cell) {
        return List.of(name, cell.apply(result.scores()), orDash(result.seen(), cell), orDash(result.unseen(), cell));
    }

    private static String orDash(@Nullable RetrievalScores scores, Function<RetrievalScores, String> cell) {
        return scores == null ? "-" : cell.apply(scores);
    }

    /** Dotted keys with their values; what is in the recipe has the keys of an experiment file. */
    private static List<List<String>> flat(JsonNode settings) {
        List<List<String>> lines = new ArrayList<>();
        settings.properties().forEach(entry -> {
            String key = entry.getKey();
            collect(key.equals(TrialFolder.RECIPE) ? "" : key, entry.getValue(), lines);
        });
        return lines;
    }

    private static void collect(String key, JsonNode value, List<List<String>> lines) {
        if (value.isObject()) {
            value.properties()
                    .forEach(entry -> collect(
                            key.isEmpty() ? entry.getKey() : key + "." + entry.getKey(), entry.getValue(), lines));
        } else {
            lines.add(List.of(key, value.isTextual() ? value.textValue() : value.toString()));
        }
    }

    private static String indented(String lines) {
        return lines.lines().map(line -> INDENT + line + "\n").reduce("", String::concat);
    }
}
