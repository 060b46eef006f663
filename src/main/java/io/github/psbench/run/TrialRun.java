package io.github.psbench.run;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.run.work.Attempt;
import io.github.psbench.run.work.WatchedProgress;
import io.github.psbench.run.work.WorkFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Runs one prepared trial in this process, from where it was stopped; what {@code psbench trial run} does. */
public final class TrialRun {
    /** How it ended. */
    public enum Ending {
        DONE,
        FAILED,
        /** Another process is at it. */
        ELSEWHERE
    }

    private final RunStore store;
    private final Places places;
    private final ComputeDevice device;
    private final Duration betweenCheckpoints;
    private final @Nullable Integer trialsAtOnce;
    private final WatchedProgress progress;

    /**
     * @param betweenCheckpoints within an epoch; there is one at the end of each epoch in any case
     * @param trialsAtOnce how many whoever started this runs on this machine, at most; kept with the trial's times. Null: nobody knows
     */
    public TrialRun(
            RunStore store,
            Places places,
            ComputeDevice device,
            Duration betweenCheckpoints,
            @Nullable Integer trialsAtOnce,
            Progress progress) {
        this.store = store;
        this.places = places;
        this.device = device;
        this.betweenCheckpoints = betweenCheckpoints;
        this.trialsAtOnce = trialsAtOnce;
        this.progress = new WatchedProgress(progress);
    }

    /**
     * Runs a trial.
     *
     * @param id 64 hexadecimal digits, of a trial that a {@link Runner} has prepared
     * @throws CancellationException if the progress says that the work is to stop; the next run goes on from there
     * @throws Failure if the trial cannot even be begun; of kind USAGE if it is not prepared
     */
    public Ending run(String id) {
        WorkFolder work = store.work(id);
        try {
            if (work.isWhole()) {
                work.clear();
                return Ending.DONE;
            }
            Launch launch = store.prepared(id);
            Optional<Attempt> mine = work.begin(progress::tasks);
            if (mine.isEmpty()) {
                return work.isWhole() ? Ending.DONE : Ending.ELSEWHERE;
            }
            try (Attempt attempt = mine.get()) {
                progress.endsWith(attempt);
                return run(id, launch, work, attempt);
            }
        } catch (IOException e) {
            throw Failure.resources(
                    "%s cannot be written (%s). Check the disk's free space and the folder's permissions, or name another folder"
                            + " with --results.",
                    work.folder(), String.valueOf(e.getMessage()));
        }
    }

    private Ending run(String id, Launch launch, WorkFolder work, Attempt attempt) throws IOException {
        TrialLog log = new TrialLog(attempt.log());
        store.forgetFailure(id);
        log.line("started");
        try {
            Plan.Entry entry = Plan.entry(launch.trial(), new LoadedData(places, progress), places);
            TrialIdentity identity = identity(id, entry);
            new TrialExecution(
                            launch,
                            identity,
                            entry.requireDataset(),
                            store,
                            places,
                            device,
                            betweenCheckpoints,
                            trialsAtOnce,
                            progress)
                    .run(attempt, log);
            log.line("done");
            work.finish(attempt);
            return Ending.DONE;
        } catch (CancellationException e) {
            if (!attempt.isHeld()) {
                return Ending.ELSEWHERE;
            }
            log.line("stopped before its end");
            throw e;
        } catch (Failure e) {
            return failed(id, attempt, log, e, e.kind(), e.getMessage());
        } catch (OutOfMemoryError e) {
            return failed(
                    id,
                    attempt,
                    log,
                    e,
                    ErrorKind.RESOURCES,
                    "out of memory: " + e.getMessage()
                            + ". Lower the batch, or give Java more with PSBENCH_JAVA_OPTS=-Xmx4g.");
        } catch (RuntimeException | IOException e) {
            return failed(id, attempt, log, e, ErrorKind.INTERNAL, e + " (the trial's log.txt has the details)");
        }
    }

    /** What was prepared names data and weights; they may have been changed since. */
    private static TrialIdentity identity(String id, Plan.Entry entry) {
        TrialIdentity identity = entry.identity();
        if (identity == null) {
            throw new Failure(ErrorKind.DATA, String.valueOf(entry.reason()), null);
        }
        if (!identity.id().equals(id)) {
            throw new Failure(
                    ErrorKind.DATA,
                    "the data, the weights or psbench itself have changed since this trial was prepared: it would be trial "
                            + identity.id() + " now. Run the experiment again, which prepares that.",
                    null);
        }
        return identity;
    }

    private Ending failed(String id, Attempt attempt, TrialLog log, Throwable thrown, ErrorKind kind, String reason)
            throws IOException {
        if (!attempt.isHeld()) {
            return Ending.ELSEWHERE;
        }
        log.line("failed: %s", thrown instanceof Failure ? reason : stackTrace(thrown));
        store.fail(id, kind, reason);
        return Ending.FAILED;
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
