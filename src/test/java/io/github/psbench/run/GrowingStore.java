package io.github.psbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.settings.SettingsJson;
import io.github.psbench.spec.Experiment;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A store with any number of finished trials of an experiment, none of which is one of its plan. Each folder has all files that a finished
 * trial has, in their sizes, but for tensors, which are tiny. Metrics, tensors and logs are one file each, with a name in every folder.
 */
public final class GrowingStore {
    private static final int STEPS = 380;
    private static final List<String> COPIED = List.of(RunStore.ENVIRONMENT, RunStore.SCORES, "times.json", "w.json");

    private final RunStore store;
    private final Path results;
    private final Plan plan;
    private int size;

    public GrowingStore(Path results, Experiment experiment, Places places) {
        this.results = results;
        store = new RunStore(results);
        plan = Plan.of(experiment, places, store, Progress.SILENT);
    }

    /** Adds trials until there are that many. */
    public void growTo(int trials) throws IOException {
        Path template = results.resolve("template");
        if (size == 0) {
            fill(template);
        }
        while (size < trials) {
            add(template, size++);
        }
    }

    private static void fill(Path template) throws IOException {
        RetrievalScores scores = new RetrievalScores(140, 0, 1260, 57.857142857142854, 80, 90, 40.5, 38.2, 3);
        RunStore.write(template, new TrialResult(scores, scores, scores, 48.93, 116.92, 1.21), MeasuredStages.NOTHING);
        RunStore.writeJson(
                template.resolve(RunStore.ENVIRONMENT),
                Environment.capture(ComputeDevice.cpu(1), null).facts());
        StringBuilder metrics = new StringBuilder();
        for (int step = 1; step <= STEPS; step++) {
            metrics.append(
                    "{\"stage\":\"training\",\"epoch\":1,\"step\":%d,\"losses\":{\"alignment\":15.395703315734863,\"asmr\":0.00920847523957491,\"loss\":15.45095443725586},\"learningRates\":{\"category\":0.01,\"image\":0.01,\"weights\":0.01}}%n"
                            .formatted(step));
        }
        Files.writeString(template.resolve("metrics.jsonl"), metrics);
        Files.writeString(template.resolve("w.json"), "{\"gender\": 1.0123456789}\n".repeat(100));
        Files.writeString(template.resolve("log.txt"), "2026-11-22T04:25:27Z started\n".repeat(30));
        for (String tensors : List.of("queries", "gallery", "prototypes", "weights")) {
            Files.writeString(template.resolve(tensors + ".safetensors"), tensors);
        }
    }

    private void add(Path template, int number) throws IOException {
        List<Plan.Entry> entries = plan.entries();
        Plan.Entry entry = entries.get(number % entries.size());
        ObjectNode content = Objects.requireNonNull(entry.identity()).content().deepCopy();
        ((ObjectNode) content.at("/recipe/training")).put("epochs", 100 + number);
        String id = TrialIdentity.digest(content);
        Path folder = Files.createDirectories(store.folder(id));
        write(folder.resolve(RunStore.TRIAL), content);
        write(folder.resolve(RunStore.LAUNCH), SettingsJson.of(new Launch(plan.experiment(), entry.spec())));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(template)) {
            for (Path file : files) {
                Path copy = folder.resolve(file.getFileName());
                if (COPIED.contains(file.getFileName().toString())) {
                    Files.copy(file, copy);
                } else {
                    Files.createLink(copy, file);
                }
            }
        }
    }

    private static void write(Path file, JsonNode content) throws IOException {
        Files.writeString(file, RunStore.JSON.writeValueAsString(content) + "\n");
    }
}
