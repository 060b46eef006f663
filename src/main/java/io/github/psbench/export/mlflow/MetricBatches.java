package io.github.psbench.export.mlflow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Metrics on their way to a run, without those that it has; as many at once as a server takes. */
final class MetricBatches {
    private static final int MOST = 1000;

    private final Run run;
    private final Map<String, Set<Long>> arrived;
    private final long milliseconds;
    private final Runnable between;
    private ObjectNode batch = JsonNodeFactory.instance.objectNode();
    private ArrayNode metrics = batch.putArray("metrics");

    /**
     * None yet.
     *
     * @param arrived the steps that the run has, by metric
     * @param milliseconds since 1970, of every metric; a trial does not keep when it made a step
     * @param between is called before each batch
     */
    MetricBatches(Run run, Map<String, Set<Long>> arrived, long milliseconds, Runnable between) {
        this.run = run;
        this.arrived = arrived;
        this.milliseconds = milliseconds;
        this.between = between;
    }

    void add(String name, double value, long step) throws NoAnswer {
        if (arrived.getOrDefault(name, Set.of()).contains(step)) {
            return;
        }
        metrics.addObject()
                .put("key", name)
                .put("value", value)
                .put("timestamp", milliseconds)
                .put("step", step);
        if (metrics.size() == MOST) {
            send();
        }
    }

    /** Sends what is left. */
    void send() throws NoAnswer {
        if (!metrics.isEmpty()) {
            between.run();
            run.log(batch);
            batch = JsonNodeFactory.instance.objectNode();
            metrics = batch.putArray("metrics");
        }
    }
}
