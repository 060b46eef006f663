package io.github.psbench.report.table;

import io.github.psbench.data.Encoding;
import io.github.psbench.data.Market1501;
import io.github.psbench.data.SynthPed;
import io.github.psbench.data.synthped.Size;
import io.github.psbench.eval.Metric;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialResult;
import io.github.psbench.run.TrialState;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.Published;
import io.github.psbench.spec.RetrievalFigure;
import io.github.psbench.spec.Tabled;
import io.github.psbench.spec.TrialSpec;
import io.github.psbench.spec.TsneFigure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A finished ablation whose claims have every verdict: three rows on two data sets, three seeds, seen and unseen categories told apart. */
final class ExampleAblation {
    static final List<Long> SEEDS = List.of(0L, 1L, 2L);
    static final List<String> ROWS = List.of("Baseline", "MA to CosFace", "MA to SphereFace", "Ours");

    /** Rank-1 by data set and row, a number a seed; trials beyond them are pending. */
    private static final Map<String, Map<String, List<Double>>> RANK1 = Map.of(
            "synthped",
                    Map.of(
                            "Baseline", List.of(40.0, 41.0, 39.5),
                            "MA to CosFace", List.of(50.1, 51.3, 49.4),
                            "MA to SphereFace", List.of(60.3, 61.2, 59.8),
                            "Ours", List.of(50.5, 50.5, 50.0)),
            "market1501",
                    Map.of(
                            "Baseline", List.of(30.0, 31.5, 30.7),
                            "MA to CosFace", List.of(44.4, 44.8, 44.2),
                            "MA to SphereFace", List.of(45.0),
                            "Ours", List.of(48.9, 50.1, 49.6)));

    private ExampleAblation() {}

    static Experiment experiment() {
        return experiment(
                ROWS,
                List.of(
                        new Experiment.Claim("ASMR helps", "Ours", List.of("Baseline")),
                        new Experiment.Claim(
                                "MA is better than each other loss",
                                "Ours",
                                List.of("MA to CosFace", "MA to SphereFace"))));
    }

    static Experiment experiment(List<String> rows, List<Experiment.Claim> claims) {
        List<TrialSpec> trials = new ArrayList<>();
        for (String dataset : List.of("synthped", "market1501")) {
            for (String row : rows) {
                for (long seed : SEEDS) {
                    trials.add(new TrialSpec(
                            row,
                            dataset,
                            dataset.equals("synthped")
                                    ? new SynthPed(1, Size.SMALL)
                                    : new Market1501(Encoding.PATTERNS, Market1501.Labels.CATEGORY),
                            ExampleExperiment.recipe(),
                            seed));
                }
            }
        }
        return new Experiment(
                "table4",
                "What each part does",
                "compact",
                List.of(),
                List.of("synthped", "market1501"),
                rows,
                SEEDS,
                trials,
                Metric.RANK1,
                claims,
                "Ours",
                1,
                List.of(Tabled.SCORES),
                published(),
                List.of(),
                RetrievalFigure.USUAL,
                TsneFigure.USUAL,
                null);
    }

    private static Published published() {
        return new Published(
                "asmr-iccv2021",
                "table4",
                "Jeong et al., ASMR, ICCV 2021",
                List.of(
                        row("Baseline", false, 46.5, 30.4, 26.0),
                        row("MA to CosFace", false, 50.5, 45.3, 24.9),
                        row("MA to SphereFace", false, 52.5, 45.0, 23.8),
                        row("Ours", true, 56.5, 49.6, 31.9)));
    }

    private static Published.Row row(String name, boolean ours, double peta, double market, double pa100k) {
        Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
        scores.put("peta", Map.of("rank1", peta));
        scores.put("market1501", Map.of("rank1", market));
        scores.put("pa100k", Map.of("rank1", pa100k));
        return new Published.Row(name, ours, "unknown", "ResNet-50, 128 dimensions", scores, Map.of());
    }

    /** On market1501 half of the queries are of seen categories; on synthped none, as on PETA. */
    static List<TrialOutcome> outcomes(Experiment experiment) {
        List<TrialOutcome> outcomes = new ArrayList<>();
        for (TrialSpec spec : experiment.trials()) {
            List<Double> seeds = Objects.requireNonNull(
                    Objects.requireNonNull(RANK1.get(spec.dataset())).get(spec.row()));
            String id = ExampleExperiment.id(outcomes.size());
            outcomes.add(
                    spec.seed() < seeds.size()
                            ? new TrialOutcome(
                                    spec,
                                    id,
                                    TrialState.DONE,
                                    null,
                                    result(
                                            seeds.get((int) spec.seed()),
                                            spec.dataset().equals("market1501")),
                                    null)
                            : new TrialOutcome(spec, id, TrialState.PENDING, null, null, null));
        }
        return outcomes;
    }

    private static TrialResult result(double rank1, boolean someSeen) {
        RetrievalScores all = scores(400, rank1);
        return someSeen
                ? new TrialResult(all, scores(200, rank1 + 6.25), scores(200, rank1 - 6.25), 60, 120, 3)
                : new TrialResult(all, null, all, 60, 120, 3);
    }

    private static RetrievalScores scores(int queries, double rank1) {
        return new RetrievalScores(queries, 0, 15631, rank1, rank1 + 15, rank1 + 20, rank1 - 15, rank1 - 16, 0);
    }
}
