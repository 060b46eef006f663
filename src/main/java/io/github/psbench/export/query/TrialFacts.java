package io.github.psbench.export.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.export.FinishedTrial;
import io.github.psbench.report.text.Leaves;
import io.github.psbench.run.StoredTrial;
import io.github.psbench.run.TrialFolder;
import io.github.psbench.run.TrialState;
import java.lang.reflect.RecordComponent;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a query may ask of a trial, as JSON has it. What is not known is missing.
 *
 * @param facts by the columns of {@link #COLUMNS}
 * @param settings by dotted keys, such as {@code loss.asmr.lambda}; what is switched off is "none"
 */
record TrialFacts(Map<String, JsonNode> facts, Map<String, JsonNode> settings) {
    private static final List<String> SPLITS = List.of("", "seen", "unseen");
    private static final List<String> TIMES = List.of("pretrainingSeconds", "trainingSeconds", "evaluationSeconds");

    /** The columns that every table has, in the order in which they are listed. */
    static final List<TrialColumn> COLUMNS = columns();

    private static List<TrialColumn> columns() {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        for (String text : List.of("id", "experiment", "row", "dataset")) {
            types.put(text, ColumnType.TEXT);
        }
        types.put("seed", ColumnType.WHOLE);
        types.put("state", ColumnType.TEXT);
        types.put("finished", ColumnType.TIME);
        for (String split : SPLITS) {
            for (RecordComponent score : RetrievalScores.class.getRecordComponents()) {
                types.put(name(score, split), score.getType() == double.class ? ColumnType.NUMBER : ColumnType.WHOLE);
            }
        }
        for (String time : TIMES) {
            types.put(time, ColumnType.NUMBER);
        }
        types.put("device", ColumnType.TEXT);
        types.put("threads", ColumnType.WHOLE);
        types.put("commit", ColumnType.TEXT);
        return types.entrySet().stream()
                .map(column -> new TrialColumn(column.getKey(), column.getValue(), false))
                .toList();
    }

    /** As in the CSV file of exported trials. */
    private static String name(RecordComponent score, String split) {
        return split.isEmpty() ? score.getName() : score.getName() + "_" + split;
    }

    /** @throws io.github.psbench.base.Failure of kind DATA, naming the file, if it is finished and a file of its is damaged */
    static TrialFacts of(StoredTrial trial) {
        TrialFolder folder = new TrialFolder(trial);
        Map<String, JsonNode> facts = new LinkedHashMap<>();
        facts.put("id", text(trial.id()));
        facts.put("experiment", text(trial.experiment()));
        facts.put("row", text(trial.row()));
        facts.put("dataset", text(trial.dataset()));
        if (trial.seed() != null) {
            facts.put("seed", LongNode.valueOf(trial.seed()));
        }
        facts.put("state", text(trial.state().name().toLowerCase(Locale.ROOT)));
        JsonNode content;
        JsonNode environment;
        if (trial.state() == TrialState.DONE) {
            FinishedTrial finished = FinishedTrial.read(trial);
            content = finished.content();
            environment = finished.environment();
            facts.put(
                    "finished",
                    text(finished.finished().truncatedTo(ChronoUnit.SECONDS).toString()));
            for (String split : SPLITS) {
                JsonNode scores =
                        split.isEmpty() ? finished.scores() : finished.scores().path(split);
                for (RecordComponent score : RetrievalScores.class.getRecordComponents()) {
                    facts.put(name(score, split), scores.path(score.getName()));
                }
            }
            TIMES.forEach(time -> facts.put(time, finished.times().path(time)));
        } else {
            content = folder.settings();
            environment = folder.environment();
        }
        facts.put("device", environment.path("device"));
        facts.put("threads", environment.path("threads"));
        facts.put("commit", environment.path("gitCommit"));
        Map<String, JsonNode> settings = Leaves.of(TrialFolder.recipe(content), ".");
        for (String key : List.of("dataDigest", "trainingRevision")) {
            settings.put(key, content.path(key));
        }
        return new TrialFacts(facts, settings);
    }

    private static JsonNode text(@Nullable String text) {
        return text == null ? MissingNode.getInstance() : TextNode.valueOf(text);
    }
}
