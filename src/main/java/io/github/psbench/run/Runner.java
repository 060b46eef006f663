package io.github.psbench.run;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.run.work.LeaseTerms;
import io.github.psbench.run.work.LeaseWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Runs the trials of a plan that are not done, each in a process of its own. A trial that fails does not stop the others. */
public final class Runner {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** What a cluster grants a job between the announcement of its end and its end. */
    private static final Duration TO_STOP = Duration.ofSeconds(30);

    private final Launcher launcher;
    private final RunPolicy policy;
    private final Progress progress;
    private final TrialListener listener;

    public Runner(Launcher launcher, RunPolicy policy, Progress progress) {
        this(launcher, policy, progress, TrialListener.NONE);
    }

    public Runner(Launcher launcher, RunPolicy policy, Progress progress, TrialListener listener) {
        this.launcher = launcher;
        this.policy = policy;
        this.progress = progress;
        this.listener = listener;
    }

    /**
     * Runs what is not done. Trials that other runners are at are left to them, unless they fall silent.
     *
     * @throws CancellationException if the progress says that the work is to stop; trials under way have kept their state
     * @return where each trial of the plan stands afterwards, in the plan's order
     */
    public List<TrialOutcome> run(Plan plan) {
        List<Plan.Entry> due = due(plan);
        if (!due.isEmpty()) {
            try (Progress.Task all = progress.begin("trials", due.size())) {
                new Sweep(plan, due, all).run();
            }
        }
        return plan.outcomes();
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

    /** One run of a plan. */
    private final class Sweep {
        private final Plan plan;
        private final RunStore store;
        private final String experiment;
        private final List<Plan.Entry> due;
        private final Progress.Task all;
        private final List<RunningTrial> running = new ArrayList<>();
        private final Map<String, Integer> retries = new HashMap<>();
        private final LeaseWatch others = new LeaseWatch(LeaseTerms.USUAL, System::nanoTime);
        private int failures;

        Sweep(Plan plan, List<Plan.Entry> due, Progress.Task all) {
            this.plan = plan;
            this.store = plan.store();
            this.experiment = plan.experiment();
            this.due = new ArrayList<>(due);
            this.all = all;
        }

        void run() {
            try {
                while (goesOn()) {
                    all.advance(0);
                    collect();
                    if (!(failures > 0 && policy.failFast())) {
                        launch();
                    } else {
                        break;
                    }
                    Thread.sleep(BETWEEN_LOOKS.toMillis());
                }
            } catch (IOException e) {
                throw Failure.resources(
                        "the store cannot be written (%s). Check the disk's free space and the folder's permissions, or name another"
                                + " folder with --results.",
                        String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while trials ran");
            } finally {
                stopAll();
            }
        }

        /** As long as something runs, or can be begun, or may have been left by a process that died without a word. */
        private boolean goesOn() throws IOException {
            if (!running.isEmpty()) {
                return true;
            }
            for (Plan.Entry entry : due) {
                if (!others.isAlive(folder(entry))) {
                    return true;
                }
            }
            return false;
        }

        private void collect() throws IOException {
            for (Iterator<RunningTrial> each = running.iterator(); each.hasNext(); ) {
                RunningTrial trial = each.next();
                if (!trial.process().isAlive()) {
                    each.remove();
                    ended(trial);
                    trial.close();
                    listener.ended(plan.outcome(trial.entry()));
                } else {
                    trial.watch(policy, others);
                }
            }
        }

        private void ended(RunningTrial trial) throws IOException {
            int code = trial.process().exitCode();
            switch (exit(trial, code)) {
                case DONE -> {
                    trial.complete();
                    all.advance(1);
                }
                case ELSEWHERE -> due.add(trial.entry());
                case STOPPED -> all.advance(1); // not by us: it goes on in the next run
                case FAILED -> failed(trial);
                case CRASHED -> {
                    store.fail(trial.id(), ErrorKind.RESOURCES, trial.reason(code));
                    failed(trial);
                }
            }
        }

        /** A process may crash when it is done. */
        private TrialExit exit(RunningTrial trial, int code) {
            if (store.work(trial.id()).isWhole()) {
                return TrialExit.DONE;
            }
            return trial.killedBecause() == null ? TrialExit.of(code) : TrialExit.CRASHED;
        }

        private void failed(RunningTrial trial) {
            boolean again = store.failedForWantOfLuck(trial.id())
                    && retries.merge(trial.id(), 1, Integer::sum) <= policy.retries();
            if (again) {
                due.add(0, trial.entry());
            } else {
                failures++;
                all.note(failures + " failed");
                all.advance(1);
            }
        }

        private void launch() throws IOException {
            Iterator<Plan.Entry> each = due.iterator();
            while (running.size() < policy.slots().size() && each.hasNext()) {
                Plan.Entry entry = each.next();
                TrialIdentity identity = Objects.requireNonNull(entry.identity());
                if (store.work(identity.id()).isWhole()) {
                    each.remove(); // another runner has done it meanwhile
                    all.advance(1);
                } else if (others.isFree(folder(entry)) && !waitsForBackbone(identity)) {
                    each.remove();
                    store.prepare(identity.id(), new Launch(experiment, entry.spec()));
                    running.add(RunningTrial.launch(entry, freeSlot(), store, launcher, progress, listener));
                }
            }
        }

        private ComputeDevice freeSlot() {
            List<ComputeDevice> free = new ArrayList<>(policy.slots());
            running.forEach(trial -> free.remove(trial.device()));
            return free.get(0);
        }

        /** Whether a trial of ours is making its backbone: it would take up a place and wait. */
        private boolean waitsForBackbone(TrialIdentity identity) {
            PretrainingIdentity wanted = identity.pretraining();
            return wanted != null
                    && !store.hasBackbone(wanted.id())
                    && running.stream().anyMatch(trial -> trial.makes(wanted));
        }

        private Path folder(Plan.Entry entry) {
            return store.work(Objects.requireNonNull(entry.identity()).id()).folder();
        }

        private void stopAll() {
            running.forEach(trial -> trial.process().stop());
            long deadline = System.nanoTime() + TO_STOP.toNanos();
            while (running.stream().anyMatch(trial -> trial.process().isAlive()) && System.nanoTime() < deadline) {
                try {
                    Thread.sleep(BETWEEN_LOOKS.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
            running.forEach(trial -> {
                trial.process().kill();
                trial.close();
                listener.ended(plan.outcome(trial.entry()));
            });
        }
    }
}
