package io.github.psbench.report.figure;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.base.Safetensors;
import io.github.psbench.base.Sha256;
import io.github.psbench.data.PersonDataset;
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
import java.util.Map;

/** An experiment read from a file, and a store with what a test says its trials have left. */
final class SmallStore {
    private static final String SETTINGS = """
            title: A test
            defaults:
              protocol: paper
              input: {height: 32, width: 16}
              backbone: {name: resnet-slim, weights: none}
              loss: {alignment: {scale: 12, margin: 0.2}, asmr: {lambda: 6}}
            """;

    private final Experiment experiment;
    private final RunStore store;
    private final List<TrialOutcome> outcomes = new ArrayList<>();

    /** @param rest of the experiment file: rows, data sets, seeds, figures */
    SmallStore(Path folder, String rest) throws IOException {
        Path file = Files.writeString(folder.resolve("small.yaml"), SETTINGS + rest);
        experiment = Experiment.read(file, new Choices(null, List.of(), List.of(), List.of(), List.of()));
        store = new RunStore(folder);
        for (TrialSpec spec : experiment.trials()) {
            outcomes.add(new TrialOutcome(spec, id(spec), TrialState.PENDING, null, null, null));
        }
    }

    Experiment experiment() {
        return experiment;
    }

    RunStore store() {
        return store;
    }

    List<TrialOutcome> outcomes() {
        return outcomes;
    }

    FigureInput input(String dataset) {
        return new FigureInput(
                experiment,
                dataset,
                outcomes.stream()
                        .filter(outcome -> outcome.state() == TrialState.DONE
                                && outcome.spec().dataset().equals(dataset))
                        .toList(),
                new TrialFiles(store),
                SmallStore::noPeople,
                Progress.SILENT);
    }

    static PersonDataset noPeople(TrialSpec spec) {
        throw Failure.data("%s is not there", spec.dataset());
    }

    /** Finishes a trial, and gives its folder. */
    Path finish(String row, String dataset, long seed, double rank1) throws IOException {
        for (int i = 0; i < outcomes.size(); i++) {
            TrialSpec spec = outcomes.get(i).spec();
            if (spec.row().equals(row) && spec.dataset().equals(dataset) && spec.seed() == seed) {
                RetrievalScores scores = new RetrievalScores(10, 0, 100, rank1, 80, 90, rank1 / 2, rank1 / 3, 0);
                outcomes.set(
                        i,
                        new TrialOutcome(
                                spec,
                                id(spec),
                                TrialState.DONE,
                                null,
                                new TrialResult(scores, null, null, 1, 1, 1),
                                null));
                return Files.createDirectories(store.folder(id(spec)));
            }
        }
        throw new IllegalArgumentException("no trial " + row + ", " + dataset + ", " + seed);
    }

    static void weights(Path trial, Map<String, Double> weights) throws IOException {
        StringBuilder json = new StringBuilder("{\"w\":[");
        weights.forEach((name, value) -> json.append(json.length() > 6 ? "," : "")
                .append("{\"name\":\"%s\",\"value\":%s}".formatted(name, value)));
        Files.writeString(trial.resolve("w.json"), json.append("]}"));
    }

    static void prototypes(Path trial, float[][] embeddings, float[][] bits, long... groups) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Safetensors.write(
                    trial.resolve("prototypes.safetensors"),
                    Map.of(
                            "embeddings",
                            manager.create(flat(embeddings), new Shape(embeddings.length, embeddings[0].length)),
                            "bits",
                            manager.create(flat(bits), new Shape(bits.length, bits[0].length)),
                            "groups",
                            manager.create(groups)));
        }
    }

    private static float[] flat(float[][] rows) {
        float[] values = new float[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, values, i * rows[i].length, rows[i].length);
        }
        return values;
    }

    private static String id(TrialSpec spec) {
        return Sha256.ofText(spec.row() + "/" + spec.dataset() + "/" + spec.seed());
    }
}
