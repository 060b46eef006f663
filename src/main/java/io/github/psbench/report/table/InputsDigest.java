package io.github.psbench.report.table;

import io.github.psbench.base.Sha256;
import io.github.psbench.eval.Metric;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.Published;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says by one number whether two tables come from the same inputs: the experiment's name, profile and overrides, each trial's row, data set, seed, id,
 * state and scores, the metric, the claims, the reference row, the tolerance, and the published rows.
 */
final class InputsDigest {
    private final Sha256 sha = new Sha256();

    private InputsDigest() {}

    /** 64 hexadecimal digits. */
    static String of(Experiment experiment, List<TrialOutcome> outcomes) {
        InputsDigest digest = new InputsDigest();
        digest.sha.add(experiment.name()).add(experiment.profile());
        digest.add(experiment.overrides().size());
        experiment.overrides().forEach(digest.sha::add);
        digest.sha.add(experiment.metric().key());
        digest.add(experiment.claims().size());
        experiment.claims().forEach(digest::add);
        digest.sha.add(experiment.reference() == null ? "" : experiment.reference());
        digest.add(Double.doubleToLongBits(experiment.tolerance()));
        digest.add(outcomes.size());
        outcomes.forEach(digest::add);
        digest.add(experiment.published());
        return digest.sha.hex();
    }

    private void add(TrialOutcome outcome) {
        sha.add(outcome.spec().row()).add(outcome.spec().dataset());
        add(outcome.spec().seed());
        String id = outcome.id();
        sha.add(id == null ? "" : id).add(outcome.state().name());
        if (outcome.result() != null) {
            for (Split split : Split.values()) {
                add(split.of(outcome.result()));
            }
        }
    }

    private void add(@Nullable RetrievalScores scores) {
        if (scores == null) {
            add(0);
            return;
        }
        for (Metric metric : Metric.values()) {
            add(Double.doubleToLongBits(metric.of(scores)));
        }
        add(scores.queries());
        add(scores.queriesWithoutMatch());
        add(scores.gallery());
        add(scores.ties());
    }

    private void add(Experiment.Claim claim) {
        sha.add(claim.name()).add(claim.better());
        add(claim.than().size());
        claim.than().forEach(sha::add);
    }

    private void add(@Nullable Published published) {
        if (published == null) {
            return;
        }
        sha.add(published.paper()).add(published.table());
        for (Published.Row row : published.rows()) {
            sha.add(row.name()).add(row.protocol()).add(String.valueOf(row.ours()));
            sha.add(row.averagePrecision());
            add(row.scores().size());
            for (Map.Entry<String, Map<String, Double>> dataset : row.scores().entrySet()) {
                sha.add(dataset.getKey());
                add(dataset.getValue().size());
                // Sorted, because nobody promises an order of metrics.
                for (Map.Entry<String, Double> score : new TreeMap<>(dataset.getValue()).entrySet()) {
                    sha.add(score.getKey());
                    add(Double.doubleToLongBits(score.getValue()));
                }
            }
        }
    }

    private void add(long number) {
        sha.add(Long.toHexString(number));
    }
}
