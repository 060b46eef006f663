package io.github.psbench.run;

import io.github.psbench.device.ComputeDevice;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works out what a plan takes, from the times of the trials and backbones that are in the store. */
final class Costing {
    private final Map<String, Double> secondsAnEpoch;
    private final Map<String, Double> secondsAnEvaluation;
    private final Map<String, Double> secondsAPretrainingEpoch;

    /** @param due what is to be estimated */
    private Costing(RunStore store, List<TrialIdentity> due) {
        List<EarlierTimes.Timed> trials = store.trialTimes()
                .of(due.stream()
                        .map(identity -> WorkKind.ofTraining(identity.content()).settings())
                        .collect(Collectors.toSet()));
        secondsAnEpoch = means(trials, timed -> timed.seconds() / timed.kind().epochs());
        secondsAnEvaluation = means(trials, EarlierTimes.Timed::evaluationSeconds);
        secondsAPretrainingEpoch = means(
                store.backboneTimes()
                        .of(due.stream()
                                .map(TrialIdentity::pretraining)
                                .filter(Objects::nonNull)
                                .map(shared ->
                                        WorkKind.ofPretraining(shared.content()).settings())
                                .collect(Collectors.toSet())),
                timed -> timed.seconds() / timed.kind().epochs());
    }

    /** @param probe tells what no finished trial does; null: that stays unknown */
    static Cost of(
            List<Plan.Entry> entries,
            List<TrialOutcome> outcomes,
            RunStore store,
            ComputeDevice device,
            @Nullable Probe probe) {
        Set<String> counted = new HashSet<>();
        Set<String> backbones = new HashSet<>();
        int done = 0;
        double seconds = 0;
        double pretraining = 0;
        double apart = 0;
        for (int i = 0; i < entries.size(); i++) {
            TrialResult result = outcomes.get(i).result();
            TrialIdentity identity = entries.get(i).identity();
            if (result != null && identity != null && counted.add(identity.id())) {
                done++;
                seconds += result.trainingSeconds() + result.evaluationSeconds();
                apart += result.pretrainingSeconds();
                PretrainingIdentity shared = identity.pretraining();
                pretraining += shared != null && backbones.add(shared.id()) ? result.pretrainingSeconds() : 0;
            }
        }
        List<Plan.Entry> due = entries.stream()
                .filter(entry ->
                        entry.identity() != null && counted.add(entry.identity().id()))
                .toList();
        if (due.isEmpty()) {
            return new Cost(
                    new Cost.Spent(done, seconds, backbones.size(), pretraining, apart),
                    new Cost.Due(0, 0, 0, 0, 0, 0, 0),
                    new Cost.Space(0, 0, 0));
        }
        List<TrialIdentity> identities = due.stream()
                .map(Plan.Entry::identity)
                .map(Objects::requireNonNull)
                .toList();
        Costing costing = new Costing(store, identities);
        if (probe != null) {
            due.forEach(entry -> costing.learn(entry, probe));
        }
        return new Cost(
                new Cost.Spent(done, seconds, backbones.size(), pretraining, apart),
                costing.due(identities, store),
                SpaceEstimate.of(due, store, device));
    }

    /** One trial of each kind is probed. */
    private void learn(Plan.Entry entry, Probe probe) {
        TrialIdentity identity = Objects.requireNonNull(entry.identity());
        secondsAnEpoch.computeIfAbsent(
                WorkKind.ofTraining(identity.content()).settings(), unknown -> probe.trainingEpoch(entry));
        PretrainingIdentity shared = identity.pretraining();
        if (shared != null) {
            secondsAPretrainingEpoch.computeIfAbsent(
                    WorkKind.ofPretraining(shared.content()).settings(), unknown -> probe.pretrainingEpoch(entry));
        }
    }

    private Cost.Due due(List<TrialIdentity> due, RunStore store) {
        Set<String> backbones = new HashSet<>();
        int pretrained = 0;
        int estimated = 0;
        double seconds = 0;
        double pretraining = 0;
        double apart = 0;
        for (TrialIdentity identity : due) {
            WorkKind kind = WorkKind.ofTraining(identity.content());
            OptionalDouble main = estimate(secondsAnEpoch, kind);
            OptionalDouble first = OptionalDouble.of(0);
            PretrainingIdentity shared = identity.pretraining();
            boolean mine = false;
            if (shared != null) {
                pretrained++;
                mine = !store.hasBackbone(shared.id()) && backbones.add(shared.id());
                first = estimate(secondsAPretrainingEpoch, WorkKind.ofPretraining(shared.content()));
            }
            if (main.isPresent() && first.isPresent()) {
                estimated++;
                seconds += main.getAsDouble() + secondsAnEvaluation.getOrDefault(kind.settings(), 0.0);
                apart += first.getAsDouble();
                pretraining += mine ? first.getAsDouble() : 0;
            }
        }
        return new Cost.Due(due.size(), pretrained, backbones.size(), estimated, seconds, pretraining, apart);
    }

    private static OptionalDouble estimate(Map<String, Double> means, WorkKind kind) {
        Double mean = means.get(kind.settings());
        return mean == null ? OptionalDouble.empty() : OptionalDouble.of(mean * kind.epochs());
    }

    private static Map<String, Double> means(
            List<EarlierTimes.Timed> timed, Function<EarlierTimes.Timed, Double> seconds) {
        return timed.stream()
                .collect(Collectors.groupingBy(
                        one -> one.kind().settings(), HashMap::new, Collectors.averagingDouble(seconds::apply)));
    }
}
