package io.github.psbench.report.table;

import io.github.psbench.base.Sha256;
import io.github.psbench.data.Encoding;
import io.github.psbench.data.Input;
import io.github.psbench.data.Market1501;
import io.github.psbench.data.SynthPed;
import io.github.psbench.data.picture.Filter;
import io.github.psbench.data.synthped.Size;
import io.github.psbench.eval.Metric;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.loss.LearnedWeights;
import io.github.psbench.loss.Loss;
import io.github.psbench.loss.MarginAlignment;
import io.github.psbench.loss.PaperDelta;
import io.github.psbench.loss.SemanticMargin;
import io.github.psbench.model.Embedding;
import io.github.psbench.model.ImagenetWeights;
import io.github.psbench.model.MobileNetV2;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialResult;
import io.github.psbench.run.TrialState;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.Published;
import io.github.psbench.spec.RetrievalFigure;
import io.github.psbench.spec.Tabled;
import io.github.psbench.spec.TrialSpec;
import io.github.psbench.spec.TsneFigure;
import io.github.psbench.train.LastBatch;
import io.github.psbench.train.LearningRates;
import io.github.psbench.train.Precision;
import io.github.psbench.train.Pretraining;
import io.github.psbench.train.Recipe;
import io.github.psbench.train.Sgd;
import io.github.psbench.train.StepDecay;
import io.github.psbench.train.Training;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An experiment in the middle of its run: a row with three seeds, one with a single finished seed, a failed one, pending ones. */
final class ExampleExperiment {
    static final String OURS = "ASMR (128)";
    static final String HOSTILE =
            "=Evil|<script>alert(1)</script>`code`\n**bold** [link](x) \u202Efdp.exe \u001B[31m שלום 検索 ";
    static final List<Long> SEEDS = List.of(0L, 1L, 2L);

    private ExampleExperiment() {}

    static Experiment experiment() {
        return experiment("compact", List.of(OURS, HOSTILE), published("unknown", "trapezoid"));
    }

    static Experiment experiment(String profile, String averagePrecision) {
        return experiment(profile, List.of(OURS, HOSTILE), published(averagePrecision, averagePrecision));
    }

    static Experiment experiment(String profile, List<String> rows, @Nullable Published published) {
        List<String> datasets = List.of("market1501", "synthped");
        List<TrialSpec> trials = new ArrayList<>();
        for (String dataset : datasets) {
            for (String row : rows) {
                for (long seed : SEEDS) {
                    trials.add(new TrialSpec(
                            row,
                            dataset,
                            dataset.equals("synthped")
                                    ? new SynthPed(1, Size.SMALL)
                                    : new Market1501(Encoding.PATTERNS, Market1501.Labels.CATEGORY),
                            recipe(),
                            seed));
                }
            }
        }
        return new Experiment(
                "table2",
                "Person search by attributes | Table 2",
                profile,
                List.of(),
                datasets,
                rows,
                SEEDS,
                trials,
                Metric.RANK1,
                List.of(new Experiment.Claim("ASMR helps", OURS, List.of(HOSTILE))),
                OURS,
                1,
                List.of(Tabled.SCORES),
                published,
                List.of(),
                RetrievalFigure.USUAL,
                TsneFigure.USUAL,
                null);
    }

    /** The same experiment with {@code --set}. */
    static Experiment overridden(Experiment experiment, String... overrides) {
        return new Experiment(
                experiment.name(),
                experiment.title(),
                experiment.profile(),
                List.of(overrides),
                experiment.datasets(),
                experiment.rows(),
                experiment.seeds(),
                experiment.trials(),
                experiment.metric(),
                experiment.claims(),
                experiment.reference(),
                experiment.tolerance(),
                experiment.tables(),
                experiment.published(),
                experiment.figures(),
                experiment.retrieval(),
                experiment.tsne(),
                experiment.sweep());
    }

    /** @param other the average precision of the row that is not the paper's own */
    static Published published(String other, String ours) {
        return new Published(
                "asmr-iccv2021",
                "table2",
                "Jeong et al., ASMR, ICCV 2021",
                List.of(
                        new Published.Row(
                                "DeepMAR",
                                false,
                                other,
                                "",
                                inOrder(
                                        Map.entry("peta", scores(17.8, 25.6, 31.1, 12.7)),
                                        Map.entry("market1501", scores(13.2, 24.9, 32.9, 8.9))),
                                Map.of()),
                        new Published.Row(
                                OURS,
                                true,
                                ours,
                                "ResNet-50, 128 dimensions",
                                inOrder(
                                        Map.entry("peta", scores(56.5, 80.0, 83.5, 50.2)),
                                        Map.entry("market1501", scores(49.6, 64.9, 72.5, 31.0)),
                                        Map.entry("pa100k", scores(31.9, 49.1, 58.2, 20.6))),
                                Map.of())));
    }

    @SafeVarargs
    private static Map<String, Map<String, Double>> inOrder(Map.Entry<String, Map<String, Double>>... datasets) {
        Map<String, Map<String, Double>> ordered = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, Double>> dataset : datasets) {
            ordered.put(dataset.getKey(), dataset.getValue());
        }
        return ordered;
    }

    /** Of the first two rows; of more rows nothing is known yet. */
    static List<TrialOutcome> outcomes(Experiment experiment) {
        List<TrialOutcome> outcomes = new ArrayList<>();
        for (TrialSpec spec : experiment.trials()) {
            int seed = (int) spec.seed();
            boolean ours = spec.row().equals(OURS);
            if (spec.dataset().equals("market1501") && ours) {
                outcomes.add(done(spec, List.of(49.6, 51.2, 50.5).get(seed), seed));
            } else if (spec.dataset().equals("market1501") && seed == 0) {
                outcomes.add(done(spec, 100.0 / 3, seed));
            } else if (seed == 1 && !ours) {
                outcomes.add(new TrialOutcome(
                        spec,
                        id(outcomes.size()),
                        TrialState.FAILED,
                        null,
                        null,
                        "The loss is NaN at step 7, see <log.txt>.\nThe losses before it: 3.1, 8.9."));
            } else if (seed == 2 && !ours && spec.dataset().equals("synthped")) {
                outcomes.add(new TrialOutcome(
                        spec, null, TrialState.NO_DATA, null, null, "resnet.safetensors is not there."));
            } else {
                outcomes.add(new TrialOutcome(spec, id(outcomes.size()), TrialState.PENDING, null, null, null));
            }
        }
        return outcomes;
    }

    static TrialOutcome done(TrialSpec spec, double rank1, int seed) {
        return done(spec, rank1, seed, 120.25);
    }

    /** With as many ties as its seed. */
    static TrialOutcome done(TrialSpec spec, double rank1, int seed, double trainingSeconds) {
        RetrievalScores scores =
                new RetrievalScores(484, 0, 15631, rank1, rank1 + 15.25, 72.5, 31.04, 30.123456789, seed);
        return new TrialOutcome(
                spec,
                id(seed + 100),
                TrialState.DONE,
                null,
                new TrialResult(scores, null, null, 60.5, trainingSeconds, 3),
                null);
    }

    static String id(int number) {
        return Sha256.ofText("trial " + number);
    }

    private static Map<String, Double> scores(double rank1, double rank5, double rank10, double map) {
        return Map.of("rank1", rank1, "rank5", rank5, "rank10", rank10, "map", map);
    }

    static Recipe recipe() {
        Sgd sgd = new Sgd(0.9, 5e-4, false);
        return new Recipe(
                new Input(128, 64, Filter.BICUBIC),
                Precision.FLOAT32,
                false,
                true,
                null,
                null,
                null,
                new MobileNetV2(new ImagenetWeights()),
                new Embedding(128, List.of(512, 128)),
                new Pretraining(Pretraining.Heads.FC4, 5, 64, LastBatch.KEEP, 0.01, sgd, new StepDecay(10, 0.1, false)),
                new Loss(
                        new MarginAlignment(12, 0.2),
                        new SemanticMargin(
                                6, new PaperDelta(), new LearnedWeights(1, 0.25), SemanticMargin.Mean.ATTACHED)),
                new Training(
                        10,
                        128,
                        LastBatch.KEEP,
                        new LearningRates(0.001, 0.01, 0.01),
                        sgd,
                        new StepDecay(5, 0.1, false),
                        false));
    }
}
