package io.github.psbench.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.eval.Metric;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.Curves;
import io.github.psbench.run.Difference;
import io.github.psbench.run.StoredTrial;
import io.github.psbench.run.TrialFolder;
import io.github.psbench.run.TrialResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Two trials side by side, in words and in JSON. */
record TrialComparison(
        StoredTrial first,
        StoredTrial second,
        @Nullable TrialResult firstResult,
        @Nullable TrialResult secondResult,
        List<Difference> settings,
        List<Difference> environments,
        Curves firstCurves,
        Curves secondCurves) {
    private static final Map<String, Function<TrialResult, @Nullable RetrievalScores>> PARTS = parts();

    static TrialComparison of(TrialFolder first, TrialFolder second) {
        return new TrialComparison(
                first.trial(),
                second.trial(),
                first.result(),
                second.result(),
                Difference.ofSettings(first, second),
                Difference.ofEnvironments(first, second),
                first.curves(),
                second.curves());
    }

    private static Map<String, Function<TrialResult, @Nullable RetrievalScores>> parts() {
        Map<String, Function<TrialResult, @Nullable RetrievalScores>> parts = new LinkedHashMap<>();
        parts.put("all", TrialResult::scores);
        parts.put("seen", TrialResult::seen);
        parts.put("unseen", TrialResult::unseen);
        return parts;
    }

    /** @param columns how wide the charts may be */
    String text(int columns, boolean ascii) {
        StringBuilder text = new StringBuilder();
        text.append("A  ").append(PlainText.of(RunsListing.inWords(first))).append('\n');
        text.append("B  ").append(PlainText.of(RunsListing.inWords(second))).append('\n');
        append(text, "Settings", settings);
        append(text, "Environment", environments);
        if (firstResult != null && secondResult != null) {
            text.append("\nScores, in percent\n").append(scores(firstResult, secondResult));
        } else {
            text.append("\nThere are no scores to compare: not both are done.\n");
        }
        CurvePair loss = new CurvePair(firstCurves.loss(), secondCurves.loss());
        if (loss.isDrawable()) {
            text.append("\nLoss, mean of each epoch\n").append(loss.text(columns, ascii));
        }
        CurvePair rank1 = new CurvePair(firstCurves.validationRank1(), secondCurves.validationRank1());
        if (rank1.isDrawable()) {
            text.append("\nRank-1 on the validation split, in percent\n").append(rank1.text(columns, ascii));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String heading, List<Difference> differences) {
        if (differences.isEmpty()) {
            text.append('\n').append(heading).append(": no difference\n");
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(heading, "A", "", "B"));
        differences.forEach(difference -> lines.add(List.of(
                difference.key(),
                RunsListing.known(difference.first()),
                "->",
                RunsListing.known(difference.second()))));
        text.append('\n').append(AlignedText.of(lines));
    }

    private static String scores(TrialResult first, TrialResult second) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("", "", "A", "B", "B - A"));
        PARTS.forEach((name, part) -> {
            RetrievalScores one = part.apply(first);
            RetrievalScores other = part.apply(second);
            if (one != null && other != null) {
                for (Metric metric : Metric.values()) {
                    lines.add(List.of(
                            metric == Metric.RANK1 ? name : "",
                            metric.heading(),
                            String.format("%6.2f", metric.of(one)),
                            String.format("%6.2f", metric.of(other)),
                            String.format("%+7.2f", metric.of(other) - metric.of(one))));
                }
            }
        });
        return AlignedText.of(lines);
    }

    String json() {
        ObjectNode document = new ObjectMapper().createObjectNode();
        fill(document.putObject("first"), first, firstResult, firstCurves);
        fill(document.putObject("second"), second, secondResult, secondCurves);
        fill(document.putArray("settings"), settings);
        fill(document.putArray("environment"), environments);
        return document.toPrettyString();
    }

    private static void fill(ObjectNode node, StoredTrial trial, @Nullable TrialResult result, Curves curves) {
        RunsListing.fill(node, trial);
        if (result != null) {
            RunsListing.fill(node, result);
        }
        fill(node.putObject("loss"), curves.loss());
        fill(node.putObject("validationRank1"), curves.validationRank1());
    }

    private static void fill(ObjectNode node, SortedMap<Integer, Double> curve) {
        curve.forEach((epoch, value) -> node.put(String.valueOf(epoch), value));
    }

    private static void fill(ArrayNode list, List<Difference> differences) {
        differences.forEach(difference -> list.addObject()
                .put("key", difference.key())
                .put("first", difference.first())
                .put("second", difference.second()));
    }
}
