package io.github.psbench.run;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.run.work.WorkFolder;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.TrialSpec;
import io.github.psbench.train.Validation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every trial of an experiment with its identity, and how far each is in a store. Making a plan trains nothing. */
public final class Plan {
    /**
     * A trial to be run.
     *
     * @param identity null where data or weights are missing; {@code reason} then says which
     */
    record Entry(
            TrialSpec spec,
            @Nullable TrialIdentity identity,
            @Nullable PersonDataset dataset,
            @Nullable String reason) {
        PersonDataset requireDataset() {
            return Objects.requireNonNull(dataset);
        }
    }

    private final String experiment;
    private final List<Entry> entries;
    private final RunStore store;

    private Plan(String experiment, List<Entry> entries, RunStore store) {
        this.experiment = experiment;
        this.entries = List.copyOf(entries);
        this.store = store;
    }

    /** Loads the annotations of the experiment's data sets; where data or weights are missing, the plan says so and goes on. */
    public static Plan of(Experiment experiment, Places places, RunStore store, Progress progress) {
        LoadedData data = new LoadedData(places, progress);
        List<Entry> entries = new ArrayList<>();
        for (TrialSpec spec : experiment.trials()) {
            entries.add(entry(spec, data, places));
        }
        return new Plan(experiment.name(), entries, store);
    }

    /** A single trial, as it was launched elsewhere. */
    static Plan of(Launch launch, Places places, RunStore store, Progress progress) {
        return new Plan(
                launch.experiment(), List.of(entry(launch.trial(), new LoadedData(places, progress), places)), store);
    }

    static Entry entry(TrialSpec spec, LoadedData data, Places places) {
        try {
            PersonDataset dataset = people(spec, data);
            return new Entry(spec, TrialIdentity.of(spec, dataset, places), dataset, null);
        } catch (Failure e) {
            if (e.kind() != ErrorKind.DATA) {
                throw e;
            }
            return new Entry(spec, null, null, e.getMessage());
        }
    }

    /**
     * The images that a trial learns from and searches.
     *
     * @throws Failure of kind DATA if they are not to be had
     */
    static PersonDataset people(TrialSpec spec, LoadedData data) {
        PersonDataset whole = data.of(spec.data());
        Validation validation = spec.recipe().validation();
        return validation == null ? whole : validation.of(whole);
    }

    /**
     * The images that a trial learns from and searches.
     *
     * @throws Failure of kind DATA if they are not to be had
     * @throws IllegalArgumentException if the trial is not in the plan
     */
    public PersonDataset people(TrialSpec spec) {
        Entry entry = entries.stream()
                .filter(candidate -> candidate.spec().equals(spec))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a trial of the plan is needed, got " + spec));
        if (entry.dataset() == null) {
            throw new Failure(ErrorKind.DATA, String.valueOf(entry.reason()), null);
        }
        return entry.dataset();
    }

    /** Its name. */
    String experiment() {
        return experiment;
    }

    List<Entry> entries() {
        return entries;
    }

    RunStore store() {
        return store;
    }

    /** Where each trial stands now, in the experiment's order. */
    public List<TrialOutcome> outcomes() {
        List<TrialOutcome> outcomes = withoutStale();
        return outcomes.stream().noneMatch(outcome -> outcome.state() == TrialState.PENDING)
                ? outcomes
                : withStale(outcomes);
    }

    private List<TrialOutcome> withoutStale() {
        return entries.stream().map(this::outcome).toList();
    }

    private List<TrialOutcome> withStale(List<TrialOutcome> outcomes) {
        StaleTrials stale = StaleTrials.of(experiment, entries, store);
        List<TrialOutcome> told = new ArrayList<>(outcomes);
        for (int i = 0; i < told.size(); i++) {
            TrialOutcome outcome = told.get(i);
            String changed = outcome.state() == TrialState.PENDING ? stale.reason(entries.get(i)) : null;
            if (changed != null) {
                told.set(
                        i,
                        new TrialOutcome(
                                outcome.spec(), outcome.id(), TrialState.STALE, outcome.partial(), null, changed));
            }
        }
        return told;
    }

    /** What the plan has taken, and what it will, as far as finished trials tell, on such a device. */
    public Cost cost(ComputeDevice device) {
        return Costing.of(entries, withoutStale(), store, device, null);
    }

    /** Likewise, with a few steps of what no finished trial is like. */
    public Cost cost(Probe probe) {
        return Costing.of(entries, withoutStale(), store, probe.device(), probe);
    }

    /** Where it stands; a stale one is told as pending. */
    TrialOutcome outcome(Entry entry) {
        if (entry.identity() == null) {
            return new TrialOutcome(entry.spec(), null, TrialState.NO_DATA, null, null, entry.reason());
        }
        String id = entry.identity().id();
        String partial = entry.dataset() == null ? null : entry.dataset().partial();
        try {
            TrialResult result = store.result(id);
            if (result != null) {
                return new TrialOutcome(entry.spec(), id, TrialState.DONE, partial, result, null);
            }
        } catch (Failure damaged) {
            return new TrialOutcome(entry.spec(), id, TrialState.FAILED, partial, null, damaged.getMessage());
        }
        return unfinished(entry, id, partial);
    }

    private TrialOutcome unfinished(Entry entry, String id, @Nullable String partial) {
        WorkFolder work = store.work(id);
        try {
            if (work.isUnderWay()) {
                return new TrialOutcome(entry.spec(), id, TrialState.RUNNING, partial, null, null);
            }
            String failure = store.failure(id);
            if (failure != null) {
                return new TrialOutcome(entry.spec(), id, TrialState.FAILED, partial, null, failure);
            }
            Optional<String> reached = work.reached();
            return reached.isPresent()
                    ? new TrialOutcome(entry.spec(), id, TrialState.PARTIAL, partial, null, reached.get())
                    : new TrialOutcome(entry.spec(), id, TrialState.PENDING, partial, null, null);
        } catch (IOException e) {
            throw Failure.resources(
                    "%s cannot be read (%s). Check the folder's permissions, or name another with --results.",
                    work.folder(), IoReason.of(e).why());
        }
    }
}
