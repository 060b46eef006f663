package io.github.psbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Runs the trials of a plan that are not done, one after the other. A trial that fails does not stop the others. */
public final class Runner {
    private final Places places;
    private final Progress progress;

    public Runner(Places places, Progress progress) {
        this.places = places;
        this.progress = progress;
    }

    /**
     * Runs what is pending or failed.
     *
     * @throws CancellationException if the progress says that the work is to stop; finished trials are kept
     * @return where each trial of the plan stands afterwards, in the plan's order
     */
    public List<TrialOutcome> run(Plan plan) {
        List<Plan.Entry> due = due(plan);
        Set<String> elsewhere = new HashSet<>();
        if (!due.isEmpty()) {
            JsonNode environment = Environment.capture();
            try (Progress.Task all = progress.begin("trials", due.size())) {
                for (Plan.Entry entry : due) {
                    all.note(entry.spec().row() + ", " + entry.spec().dataset() + ", seed "
                            + entry.spec().seed());
                    if (!attempt(entry, plan, environment)) {
                        elsewhere.add(Objects.requireNonNull(entry.identity()).id());
                    }
                    all.advance(1);
                }
            }
        }
        return plan.outcomes().stream()
                .map(outcome -> elsewhere.contains(outcome.id()) && outcome.state() != TrialState.DONE
                        ? new TrialOutcome(
                                outcome.spec(), outcome.id(), TrialState.RUNNING, outcome.partial(), null, null)
                        : outcome)
                .toList();
    }

    /** Rows that are the same share their trials, so an id may stand in the plan more than once. */
    private static List<Plan.Entry> due(Plan plan) {
        Set<String> ids = new HashSet<>();
        List<Plan.Entry> due = new ArrayList<>();
        for (Plan.Entry entry : plan.entries()) {
            TrialIdentity identity = entry.identity();
            if (identity != null && plan.outcome(entry).state() != TrialState.DONE && ids.add(identity.id())) {
                due.add(entry);
            }
        }
        return due;
    }

    /** @return false if another process is at it */
    private boolean attempt(Plan.Entry entry, Plan plan, JsonNode environment) {
        RunStore store = plan.store();
        TrialIdentity identity = Objects.requireNonNull(entry.identity());
        String id = identity.id();
        TrialLog log = new TrialLog(store.folder(id).resolve("log.txt"));
        try {
            Optional<RunStore.Claim> claim = store.claim(id);
            if (claim.isEmpty()) {
                return false;
            }
            try (RunStore.Claim held = claim.get()) {
                if (plan.outcome(entry).state() != TrialState.DONE) {
                    execute(entry, identity, store, environment, log);
                }
            }
            return true;
        } catch (IOException e) {
            throw Failure.resources(
                    "%s cannot be written (%s). Check the disk's free space and the folder's permissions, or name another folder"
                            + " with --results.",
                    store.folder(id), String.valueOf(e.getMessage()));
        }
    }

    private void execute(Plan.Entry entry, TrialIdentity identity, RunStore store, JsonNode environment, TrialLog log)
            throws IOException {
        String id = identity.id();
        store.begin(identity, environment);
        log.line("started");
        try {
            TrialResult result = new TrialExecution(
                            entry.spec(), identity, Objects.requireNonNull(entry.dataset()), store, places, progress)
                    .run(environment, log);
            store.finish(id, result);
            log.line("done");
        } catch (CancellationException e) {
            log.line("stopped before its end");
            throw e;
        } catch (Failure e) {
            log.line("failed: %s", e.getMessage());
            store.fail(id, e.kind(), e.getMessage());
        } catch (OutOfMemoryError e) {
            log.line("failed: %s", stackTrace(e));
            store.fail(
                    id,
                    ErrorKind.RESOURCES,
                    "out of memory: " + e.getMessage()
                            + ". Lower the batch, or give Java more with PSBENCH_JAVA_OPTS=-Xmx4g.");
        } catch (RuntimeException e) {
            log.line("failed: %s", stackTrace(e));
            store.fail(id, ErrorKind.INTERNAL, e + " (the trial's log.txt has the details)");
        }
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
