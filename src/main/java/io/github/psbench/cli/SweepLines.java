package io.github.psbench.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.run.Cost;
import io.github.psbench.run.TrialListener;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialResult;
import io.github.psbench.run.TrialState;
import io.github.psbench.run.work.TaskState;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.TrialSpec;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens while an experiment runs, for programs: a JSON object a line, each written out at once. README.md lists the fields. */
final class SweepLines implements TrialListener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BETWEEN_MOVES = Duration.ofSeconds(1);

    private final PrintWriter out;
    private final Clock clock;
    private final Instant begun;
    private final Map<String, Instant> lastMoves = new HashMap<>();

    SweepLines(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
        begun = clock.instant();
    }

    void begin(Experiment experiment, List<TrialOutcome> trials, Cost.Due due) {
        ObjectNode line = line("sweep-begin");
        line.put("experiment", experiment.name());
        line.put("profile", experiment.profile());
        line.put("trials", trials.size());
        line.put("done", counts(trials).getOrDefault(TrialState.DONE, 0));
        line.put("due", due.trials());
        line.put("estimated", due.estimated());
        if (due.estimated() > 0) {
            line.put("estimatedSeconds", due.seconds() + due.pretrainingSeconds());
        }
        print(line);
    }

    @Override
    public void began(String id, TrialSpec trial) {
        print(line("trial-begin", id, trial));
    }

    @Override
    public void moved(String id, TrialSpec trial, TaskState now) {
        Instant time = clock.instant();
        Instant last = lastMoves.get(id);
        if (last != null && Duration.between(last, time).compareTo(BETWEEN_MOVES) < 0) {
            return;
        }
        lastMoves.put(id, time);
        ObjectNode line = line("trial-progress", id, trial);
        line.put("stage", now.what());
        line.put("done", now.done());
        line.put("units", now.units());
        if (now.epoch() != null) {
            line.put("epoch", now.epoch());
        }
        if (now.loss() != null) {
            line.put("loss", now.loss());
        }
        print(line);
    }

    @Override
    public void ended(TrialOutcome trial) {
        ObjectNode line = line("trial-end", trial.id(), trial.spec());
        line.put("state", TrialListing.inWords(trial.state()));
        if (trial.reason() != null) {
            line.put("reason", trial.reason());
        }
        TrialResult result = trial.result();
        if (result != null) {
            RunsListing.fill(line.putObject("scores"), result.scores());
            RunsListing.fill(line, result);
        }
        print(line);
    }

    void written(List<Path> files, List<String> notes) {
        ObjectNode line = line("files");
        fill(line.putArray("files"), files.stream().map(Path::toString).toList());
        fill(line.putArray("notes"), notes);
        print(line);
    }

    /** @param exitCode null if the sweep was stopped */
    void end(List<TrialOutcome> trials, @Nullable Integer exitCode) {
        ObjectNode line = line("sweep-end");
        ObjectNode counts = line.putObject("trials");
        counts(trials).forEach((state, count) -> counts.put(TrialListing.inWords(state), count));
        line.put("seconds", Duration.between(begun, clock.instant()).toMillis() / 1e3);
        line.put("stopped", exitCode == null);
        if (exitCode != null) {
            line.put("exitCode", exitCode);
        }
        print(line);
    }

    private static Map<TrialState, Integer> counts(List<TrialOutcome> trials) {
        Map<TrialState, Integer> counts = new EnumMap<>(TrialState.class);
        trials.forEach(trial -> counts.merge(trial.state(), 1, Integer::sum));
        return counts;
    }

    private static void fill(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private ObjectNode line(String event) {
        return JSON.createObjectNode()
                .put("event", event)
                .put("time", clock.instant().toString());
    }

    private ObjectNode line(String event, @Nullable String id, TrialSpec trial) {
        return line(event)
                .put("id", id)
                .put("row", trial.row())
                .put("dataset", trial.dataset())
                .put("seed", trial.seed());
    }

    private void print(ObjectNode line) {
        out.print(line + "\n");
        out.flush();
    }
}
