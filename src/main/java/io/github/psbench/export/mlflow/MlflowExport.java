package io.github.psbench.export.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import io.github.psbench.base.Progress;
import io.github.psbench.export.FinishedTrial;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

/** Sends trials to an experiment of an MLflow server; see the package's description for how it goes on after an interruption. */
public final class MlflowExport {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int TRIES = 5;
    private static final String PROXIED = "mlflow-artifacts";

    /**
     * What became of the trials.
     *
     * @param sent how many are new on the server, or were completed there
     * @param present how many it had already
     * @param unproxied where the server keeps files, if not behind itself, so that none were sent there
     */
    public record Outcome(int sent, int present, List<String> unproxied) {}

    private final Server server;
    private final boolean weights;
    private final Duration firstWait;

    /** @param weights whether the trained weights are sent too */
    public MlflowExport(Server server, boolean weights) {
        this(server, weights, Duration.ofSeconds(1));
    }

    /** @param firstWait before the second try; each further wait is twice the last */
    MlflowExport(Server server, boolean weights, Duration firstWait) {
        this.server = server;
        this.weights = weights;
        this.firstWait = firstWait;
    }

    /**
     * Sends what the server does not have.
     *
     * @param experiment made there if it does not exist
     * @throws Failure of kind USAGE if this is no MLflow server or it lets nobody in, RESOURCES if it does not answer
     * @throws CancellationException if the progress says that the work is to stop; the next export goes on from there
     */
    public Outcome send(String experiment, List<FinishedTrial> trials, Progress progress) {
        int sent = 0;
        Set<String> unproxied = new TreeSet<>();
        try (Progress.Task task = progress.begin("exporting trials", Math.max(1, trials.size()))) {
            String experimentId = experiment(experiment);
            for (FinishedTrial trial : trials) {
                task.note(trial.stored().shortId());
                sent += trial(trial, experimentId, unproxied, task) ? 1 : 0;
                task.advance(1);
            }
        } catch (NoAnswer e) {
            throw silent(e);
        }
        return new Outcome(sent, trials.size() - sent, List.copyOf(unproxied));
    }

    private Failure silent(NoAnswer why) {
        return Failure.resources(
                "%s does not answer as it should: %s. Check that the server is up and reachable. What has arrived stays there; the same"
                        + " command goes on from there.",
                server, String.valueOf(why.getMessage()));
    }

    private String experiment(String name) throws NoAnswer {
        Optional<JsonNode> found = server.get("mlflow/experiments/get-by-name", Map.of("experiment_name", name));
        if (found.isEmpty()) {
            return server.post("mlflow/experiments/create", JSON.objectNode().put("name", name))
                    .path("experiment_id")
                    .asText();
        }
        JsonNode experiment = found.get().path("experiment");
        if (experiment.path("lifecycle_stage").asText().equals("deleted")) {
            throw Failure.usage(
                    "The experiment '%s' of %s is deleted. Restore it there, or give another name with --experiment.",
                    name, server);
        }
        return experiment.path("experiment_id").asText();
    }

    /** @return whether there was anything to send */
    private boolean trial(FinishedTrial trial, String experimentId, Set<String> unproxied, Progress.Task task)
            throws NoAnswer {
        Duration wait = firstWait;
        boolean sent = false;
        for (int tried = 1; ; tried++) {
            try {
                Optional<Run> present = find(trial, experimentId);
                if (present.isPresent() && present.get().isFinished()) {
                    return sent;
                }
                sent = true;
                complete(trial, experimentId, present, unproxied, task);
                return true;
            } catch (NoAnswer e) {
                if (tried == TRIES) {
                    throw e;
                }
                pause(wait, task);
                wait = wait.multipliedBy(2);
            }
        }
    }

    /** A finished run, if there is one; else one that was begun. */
    private Optional<Run> find(FinishedTrial trial, String experimentId) throws NoAnswer {
        ObjectNode search = JSON.objectNode();
        search.putArray("experiment_ids").add(experimentId);
        search.put(
                "filter",
                "tags.`%s` = '%s'"
                        .formatted(TrialAsRun.TRIAL_TAG, trial.stored().id()));
        search.put("max_results", 100);
        Optional<Run> found = Optional.empty();
        for (JsonNode each : server.post("mlflow/runs/search", search).path("runs")) {
            Run run = new Run(server, each);
            if (found.isEmpty() || run.isFinished()) {
                found = Optional.of(run);
            }
        }
        return found;
    }

    private void complete(
            FinishedTrial trial, String experimentId, Optional<Run> begun, Set<String> unproxied, Progress.Task task)
            throws NoAnswer {
        TrialAsRun content = new TrialAsRun(trial);
        Run run = begun.isPresent()
                ? begun.get()
                : new Run(
                        server,
                        server.post("mlflow/runs/create", content.creation(experimentId))
                                .path("run"));
        for (ObjectNode batch : content.parameters()) {
            task.advance(0);
            run.log(batch);
        }
        try {
            content.metrics(new MetricBatches(
                    run, begun.isPresent() ? run.steps() : Map.of(), content.ended(), () -> task.advance(0)));
        } catch (NoAnswer e) {
            throw e;
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.DATA,
                    "%s cannot be read: %s."
                            .formatted(trial.stored().folder(), IoReason.of(e).why()),
                    e);
        }
        files(run, content, unproxied, task);
        run.finish(content.ended());
    }

    /** Only a server that hands files on can be given any over its REST interface. */
    private void files(Run run, TrialAsRun content, Set<String> unproxied, Progress.Task task) throws NoAnswer {
        URI place = URI.create(run.artifacts());
        if (!PROXIED.equals(place.getScheme())) {
            unproxied.add(place.getScheme() == null ? "a folder of its own" : place.getScheme() + ":");
            return;
        }
        for (Path file : content.files(weights)) {
            task.advance(0);
            server.put("mlflow-artifacts/artifacts" + place.getRawPath() + "/" + file.getFileName(), file);
        }
    }

    private static void pause(Duration wait, Progress.Task task) {
        task.advance(0);
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while it waited for the server");
        }
        task.advance(0);
    }
}
