package io.github.psbench.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Trials as JSON objects, a line each. */
final class JsonLinesExport implements TrialExport {
    private final Appendable out;

    JsonLinesExport(Appendable out) {
        this.out = out;
    }

    @Override
    public void beginTrials() {}

    @Override
    public void trial(FinishedTrial trial) throws IOException {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("trial", trial.stored().id());
        line.put("experiment", trial.stored().experiment());
        line.put("row", trial.stored().row());
        line.put("dataset", trial.stored().dataset());
        line.put("seed", trial.stored().seed());
        line.put("finished", trial.finished().toString());
        line.set("commit", trial.environment().path("gitCommit"));
        line.set("scores", trial.scores());
        line.set("times", trial.times());
        line.putObject("settings").setAll(trial.settings());
        write(line);
    }

    @Override
    public void beginMetrics() {}

    /** The line as it is stored, after the trial's id and the line's number within its stage. */
    @Override
    public void metrics(FinishedTrial trial, MetricLine metrics) throws IOException {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("trial", trial.stored().id());
        line.put("number", metrics.number());
        metrics.content().properties().forEach(field -> line.set(field.getKey(), field.getValue()));
        write(line);
    }

    private void write(ObjectNode line) throws IOException {
        out.append(line.toString()).append('\n');
    }
}
