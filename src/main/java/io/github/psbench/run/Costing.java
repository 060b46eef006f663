package io.github.psbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
    /** What has next to no influence on the time of an epoch. */
    private static final List<String> TIMELESS = List.of(
            "seed",
            "dataset",
            "trainingRevision",
            "recipe/loss",
            "recipe/training/decay",
            "recipe/training/optimiser",
            "recipe/training/learningRates",
            "recipe/pretraining/decay",
            "recipe/pretraining/optimiser",
            "recipe/pretraining/learningRate");

    private final Map<String, Double> secondsAnEpoch;
    private final Map<String, Double> secondsAnEvaluation;
    private final Map<String, Double> secondsAPretrainingEpoch;

    private Costing(RunStore store) {
        List<RunStore.Timed> trials = store.timedTrials();
        secondsAnEpoch =
                means(trials, Costing::ofTraining, timed -> timed.seconds() / epochs(timed.content(), "training"));
        secondsAnEvaluation = means(trials, Costing::ofTraining, RunStore.Timed::evaluationSeconds);
        secondsAPretrainingEpoch = means(
                store.timedBackbones(),
                Costing::ofPretraining,
                timed -> timed.seconds() / epochs(timed.content(), "pretraining"));
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
        Costing costing = new Costing(store);
        if (probe != null) {
            due.forEach(entry -> costing.learn(entry, probe));
        }
        return new Cost(
                new Cost.Spent(done, seconds, backbones.size(), pretraining, apart),
                costing.due(
                        due.stream()
                                .map(Plan.Entry::identity)
                                .map(Objects::requireNonNull)
                                .toList(),
                        store),
                SpaceEstimate.of(due, store, device));
    }

    /** One trial of each kind is probed. */
    private void learn(Plan.Entry entry, Probe probe) {
        TrialIdentity identity = Objects.requireNonNull(entry.identity());
        secondsAnEpoch.computeIfAbsent(ofTraining(identity.content()), unknown -> probe.trainingEpoch(entry));
        PretrainingIdentity shared = identity.pretraining();
        if (shared != null) {
            secondsAPretrainingEpoch.computeIfAbsent(
                    ofPretraining(shared.content()), unknown -> probe.pretrainingEpoch(entry));
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
            OptionalDouble main =
                    estimate(secondsAnEpoch, ofTraining(identity.content()), identity.content(), "training");
            OptionalDouble first = OptionalDouble.of(0);
            PretrainingIdentity shared = identity.pretraining();
            boolean mine = false;
            if (shared != null) {
                pretrained++;
                mine = !store.hasBackbone(shared.id()) && backbones.add(shared.id());
                first = estimate(
                        secondsAPretrainingEpoch, ofPretraining(shared.content()), shared.content(), "pretraining");
            }
            if (main.isPresent() && first.isPresent()) {
                estimated++;
                seconds += main.getAsDouble() + secondsAnEvaluation.getOrDefault(ofTraining(identity.content()), 0.0);
                apart += first.getAsDouble();
                pretraining += mine ? first.getAsDouble() : 0;
            }
        }
        return new Cost.Due(due.size(), pretrained, backbones.size(), estimated, seconds, pretraining, apart);
    }

    private static OptionalDouble estimate(Map<String, Double> means, String key, JsonNode content, String stage) {
        Double mean = means.get(key);
        return mean == null ? OptionalDouble.empty() : OptionalDouble.of(mean * epochs(content, stage));
    }

    private static int epochs(JsonNode content, String stage) {
        return Math.max(1, content.path("recipe").path(stage).path("epochs").asInt());
    }

    private static Map<String, Double> means(
            List<RunStore.Timed> timed, Function<JsonNode, String> key, Function<RunStore.Timed, Double> seconds) {
        return timed.stream()
                .collect(Collectors.groupingBy(
                        one -> key.apply(one.content()), HashMap::new, Collectors.averagingDouble(seconds::apply)));
    }

    private static String ofTraining(JsonNode content) {
        ObjectNode like = like(content, "training");
        ((ObjectNode) like.path("recipe")).remove("pretraining");
        return TrialIdentity.digest(like);
    }

    private static String ofPretraining(JsonNode content) {
        return TrialIdentity.digest(like(content, "pretraining"));
    }

    private static ObjectNode like(JsonNode content, String stage) {
        ObjectNode like = content.deepCopy();
        for (String path : TIMELESS) {
            int parent = path.lastIndexOf('/');
            remove(like.at(parent < 0 ? "" : "/" + path.substring(0, parent)), path.substring(parent + 1));
        }
        remove(like.path("recipe").path(stage), "epochs");
        return like;
    }

    private static void remove(JsonNode parent, String key) {
        if (parent instanceof ObjectNode object) {
            object.remove(key);
        }
    }
}
