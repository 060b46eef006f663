package io.github.psbench.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.eval.Metric;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.run.StoredTrial;
import io.github.psbench.run.TrialResult;
import io.github.psbench.run.TrialState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stored trials in words and in JSON. */
final class RunsListing {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_REASON = 60;

    private RunsListing() {}

    /** A line each, and at the end how many there are of each state. */
    static String text(List<StoredTrial> trials) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                "trial",
                "experiment",
                "row",
                "data set",
                "seed",
                "state",
                Metric.RANK1.heading(),
                Metric.MAP.heading(),
                "finished, or why not"));
        Map<TrialState, Integer> counts = new EnumMap<>(TrialState.class);
        for (StoredTrial trial : trials) {
            counts.merge(trial.state(), 1, Integer::sum);
            lines.add(List.of(
                    trial.shortId(),
                    known(trial.experiment()),
                    known(trial.row()),
                    known(trial.dataset()),
                    known(trial.seed()),
                    TrialListing.inWords(trial.state()),
                    score(Metric.RANK1, trial.scores()),
                    score(Metric.MAP, trial.scores()),
                    finished(trial)));
        }
        return AlignedText.of(lines)
                + trials.size()
                + (trials.size() == 1 ? " trial: " : " trials: ")
                + counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + TrialListing.inWords(count.getKey()))
                        .collect(Collectors.joining(", "))
                + '\n';
    }

    /** "4d98c9618072 (table2, Ours, synthped, seed 0, done)". */
    static String inWords(StoredTrial trial) {
        return "%s (%s, %s, %s, seed %s, %s)"
                .formatted(
                        trial.shortId(),
                        known(trial.experiment()),
                        known(trial.row()),
                        known(trial.dataset()),
                        known(trial.seed()),
                        TrialListing.inWords(trial.state()));
    }

    static String known(@Nullable Object value) {
        return Objects.toString(value, "-");
    }

    private static String score(Metric metric, @Nullable RetrievalScores scores) {
        return scores == null
                ? "-"
                : BigDecimal.valueOf(metric.of(scores))
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static String finished(StoredTrial trial) {
        if (trial.finished() != null) {
            return trial.finished().truncatedTo(ChronoUnit.SECONDS).toString();
        }
        String reason = known(trial.reason());
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 4) + " ...";
    }

    static String json(List<StoredTrial> trials) {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode list = document.putArray("trials");
        trials.forEach(trial -> fill(list.addObject(), trial));
        return document.toPrettyString();
    }

    /** What is not known is null. */
    static void fill(ObjectNode node, StoredTrial trial) {
        node.put("id", trial.id());
        node.put("folder", trial.folder().toString());
        node.put("experiment", trial.experiment());
        node.put("row", trial.row());
        node.put("dataset", trial.dataset());
        node.put("seed", trial.seed());
        node.put("state", TrialListing.inWords(trial.state()));
        node.put("reason", trial.reason());
        node.put("finished", trial.finished() == null ? null : trial.finished().toString());
        if (trial.scores() != null) {
            fill(node.putObject("scores"), trial.scores());
        }
    }

    /** What only the whole folder tells: scores over parts of the queries, and times. */
    static void fill(ObjectNode node, TrialResult result) {
        if (result.seen() != null) {
            fill(node.putObject("seen"), result.seen());
        }
        if (result.unseen() != null) {
            fill(node.putObject("unseen"), result.unseen());
        }
        ObjectNode times = node.putObject("times");
        times.put("pretrainingSeconds", result.pretrainingSeconds());
        times.put("trainingSeconds", result.trainingSeconds());
        times.put("evaluationSeconds", result.evaluationSeconds());
    }

    static void fill(ObjectNode node, RetrievalScores scores) {
        node.put("queries", scores.queries());
        for (Metric metric : Metric.values()) {
            node.put(metric.key(), metric.of(scores));
        }
    }
}
