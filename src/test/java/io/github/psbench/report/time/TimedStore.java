package io.github.psbench.report.time;

import io.github.psbench.base.Sha256;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.run.RunStore;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialResult;
import io.github.psbench.run.TrialState;
import io.github.psbench.spec.Choices;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.TrialSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An experiment of Table 3 and a store with the times that a test says its trials took. Nothing is trained. */
final class TimedStore {
    static final String OURS = "Ours";
    static final String VALIDATED = "Ours, with validation";

    private final Experiment experiment;
    private final RunStore store;
    private final List<TrialOutcome> outcomes = new ArrayList<>();

    TimedStore(Path folder) throws IOException {
        this(folder, "Ours: {}\n  Ours, with validation: {validation: {share: 0.2}}");
    }

    /** @param rows of the experiment file */
    TimedStore(Path folder, String rows) throws IOException {
        Path papers = Files.createDirectories(folder.resolve("papers"));
        Files.copy(Path.of("experiments/papers/asmr-iccv2021.yaml"), papers.resolve("asmr-iccv2021.yaml"));
        Path file = Files.writeString(folder.resolve("table3.yaml"), """
                title: Training time
                paper: asmr-iccv2021#table3
                tables: [time]
                seeds: 0..2
                defaults:
                  protocol: paper
                  input: {height: 64, width: 32}
                  backbone: {name: resnet-slim, weights: none}
                  training: {epochs: 4, batch: 64}
                  loss: {alignment: {scale: 12, margin: 0.2}, asmr: {lambda: 6}}
                datasets: {market1501: {}}
                rows:
                  %s
                """.formatted(rows));
        experiment = Experiment.read(file, Choices.NONE);
        store = new RunStore(folder);
        for (TrialSpec spec : experiment.trials()) {
            outcomes.add(new TrialOutcome(spec, id(spec), TrialState.PENDING, null, null, null));
        }
    }

    TimeTable table() {
        return TimeTable.of(experiment, outcomes, store);
    }

    TimeReport report() {
        return TimeReport.of(experiment, outcomes, store);
    }

    /** 600 steps of training and 300 of pretraining, on one thread, alone. */
    void finish(String row, long seed, double step, double pretrainingStep) throws IOException {
        finish(row, seed, """
                {"pretrainingSeconds" : 400.0, "trainingSeconds" : 999.0, "evaluationSeconds" : 3.0,
                 "trainingSteps" : {"steps" : 600, "measured" : 590, "warmUp" : 10, "images" : 64,
                   "medianSeconds" : %s, "lowerQuartileSeconds" : %s, "upperQuartileSeconds" : %s, "processors" : 0.99},
                 "pretrainingSteps" : {"steps" : 300, "measured" : 290, "warmUp" : 10, "images" : 64,
                   "medianSeconds" : %s, "lowerQuartileSeconds" : 0.1, "upperQuartileSeconds" : 0.1, "processors" : 0.99}%s}
                """.formatted(
                        step,
                        step / 2,
                        step * 2,
                        pretrainingStep,
                        row.equals(VALIDATED) ? ", \"validation\" : {\"measured\" : 4, \"medianSeconds\" : 0.5}" : ""));
        machine(row, seed, "AMD EPYC", 1, 1);
    }

    /** As a psbench before steps were measured has left it. */
    void finishWhole(String row, long seed, double trainingSeconds) throws IOException {
        finish(row, seed, """
                {"pretrainingSeconds" : 30.0, "trainingSeconds" : %s, "evaluationSeconds" : 3.0}
                """.formatted(trainingSeconds));
        Files.writeString(
                folder(row, seed).resolve("environment.json"),
                "{\"device\" : \"cpu\", \"processor\" : \"AMD EPYC\", \"threads\" : 1}");
    }

    private void finish(String row, long seed, String times) throws IOException {
        Path folder = Files.createDirectories(folder(row, seed));
        Files.writeString(folder.resolve("times.json"), times);
        Files.writeString(folder.resolve("scores.json"), "{}");
        RetrievalScores scores = new RetrievalScores(10, 0, 100, 50, 80, 90, 25, 20, 0);
        replace(row, seed, TrialState.DONE, new TrialResult(scores, null, null, 1, 1, 1), null);
    }

    void fail(String row, long seed, String reason) {
        replace(row, seed, TrialState.FAILED, null, reason);
    }

    private void replace(
            String row, long seed, TrialState state, @Nullable TrialResult result, @Nullable String reason) {
        for (int i = 0; i < outcomes.size(); i++) {
            TrialSpec spec = outcomes.get(i).spec();
            if (spec.row().equals(row) && spec.seed() == seed) {
                outcomes.set(i, new TrialOutcome(spec, id(spec), state, null, result, reason));
            }
        }
    }

    /** Other work takes some of the processor. */
    void disturb(String row, long seed, double processors) throws IOException {
        Path times = folder(row, seed).resolve("times.json");
        Files.writeString(
                times, Files.readString(times).replace("\"processors\" : 0.99", "\"processors\" : " + processors));
    }

    void machine(String row, long seed, String processor, int threads, int trialsAtOnce) throws IOException {
        Files.writeString(
                folder(row, seed).resolve("environment.json"),
                "{\"device\" : \"cpu\", \"processor\" : \"%s\", \"threads\" : %d, \"trialsAtOnce\" : %d}"
                        .formatted(processor, threads, trialsAtOnce));
    }

    void validated(long seed, double... rank1) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int epoch = 1; epoch <= rank1.length; epoch++) {
            lines.append("{\"stage\":\"validation\",\"epoch\":%d,\"scores\":{\"rank1\":%s}}\n"
                    .formatted(epoch, rank1[epoch - 1]));
        }
        Files.writeString(folder(VALIDATED, seed).resolve("metrics.jsonl"), lines);
    }

    private Path folder(String row, long seed) {
        return outcomes.stream()
                .map(TrialOutcome::spec)
                .filter(spec -> spec.row().equals(row) && spec.seed() == seed)
                .map(spec -> store.folder(id(spec)))
                .findFirst()
                .orElseThrow();
    }

    private static String id(TrialSpec spec) {
        return Sha256.ofText(spec.row() + "/" + spec.dataset() + "/" + spec.seed());
    }
}
