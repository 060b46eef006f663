package io.github.psbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Sha256;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.run.work.Attempt;
import io.github.psbench.settings.SettingsJson;
import io.github.psbench.spec.Choices;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.TrialSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A store with trials of experiments/table4.yaml, quick profile, in whatever states a test wants. Nothing is trained. */
public final class SmallRuns {
    private static final String METRICS = """
            {"stage":"training","epoch":1,"step":1,"losses":{"alignment":4.0,"loss":4.0},"learningRates":{}}
            {"stage":"training","epoch":1,"step":2,"losses":{"alignment":2.0,"loss":2.0},"learningRates":{}}
            {"stage":"training","epoch":2,"step":1,"losses":{"alignment":1.5,"loss":1.5},"learningRates":{}}
            {"stage":"validation","epoch":1,"scores":{"rank1":20.0}}
            {"stage":"validation","epoch":2,"scores":{"rank1":60.0}}
            """;

    private final Experiment experiment = Experiment.read(
            Path.of("experiments/table4.yaml"), new Choices(null, List.of(), List.of(), List.of(), List.of()));
    private final RunStore store;

    public SmallRuns(Path results) {
        store = new RunStore(results);
    }

    public RunStore store() {
        return store;
    }

    public TrialSpec spec(String row, long seed) {
        return experiment.trials().stream()
                .filter(spec -> spec.row().equals(row) && spec.seed() == seed)
                .findFirst()
                .orElseThrow();
    }

    public String id(String row, long seed) {
        return Sha256.ofText(row + "/" + seed);
    }

    /** As from before launches were kept, if {@code launch.json} is removed. */
    public Path done(String row, long seed, double rank1) throws IOException {
        Path folder = begun(store.folder(id(row, seed)), row, seed);
        Files.writeString(folder.resolve(ModelFiles.WEIGHTS), "w".repeat(1000));
        Files.writeString(folder.resolve("queries.safetensors"), "q");
        Files.writeString(folder.resolve("log.txt"), "2026-11-22T04:25:27Z started\n2026-11-22T04:27:25Z done\n");
        RetrievalScores all = new RetrievalScores(140, 0, 1260, rank1, 80, 90, rank1 / 2, rank1 / 3, 0);
        RetrievalScores unseen = new RetrievalScores(80, 0, 1260, rank1 - 5, 70, 85, rank1 / 4, rank1 / 5, 0);
        RunStore.write(folder, new TrialResult(all, null, unseen, 48.9, 116.9, 1.2), MeasuredStages.NOTHING);
        return folder;
    }

    /** @return the folder of its work */
    public Path pending(String row, long seed) {
        store.prepare(id(row, seed), new Launch(experiment.name(), spec(row, seed)));
        return store.work(id(row, seed)).folder();
    }

    public Path failed(String row, long seed, String reason) throws IOException {
        Path work = pending(row, seed);
        begun(work.resolve("attempt-000001"), row, seed);
        store.fail(id(row, seed), ErrorKind.TRIAL_FAILED, reason);
        return work;
    }

    /** With two attempts, a sound name of a checkpoint, and a half-made one. */
    public Path partial(String row, long seed, int epoch) throws IOException {
        Path work = pending(row, seed);
        begun(work.resolve("attempt-000001"), row, seed);
        begun(work.resolve("attempt-000002"), row, seed);
        Files.createDirectories(work.resolve("checkpoint-%04d-000000-000001".formatted(epoch)));
        Files.writeString(
                Files.createDirectories(work.resolve(".checkpoint-123")).resolve("tensors.safetensors"), "t");
        Files.writeString(work.resolve("log.txt"), "started\n");
        return work;
    }

    /** Until the attempt is closed. */
    public Attempt running(String row, long seed) throws IOException {
        pending(row, seed);
        Attempt attempt = store.work(id(row, seed)).begin(List::of).orElseThrow();
        begun(attempt.folder(), row, seed);
        return attempt;
    }

    /** A pretrained backbone from which a trial can start. */
    public Path backbone(String row, long seed) throws IOException {
        PretrainingIdentity identity = PretrainingIdentity.of(content(row, seed));
        Path folder = Files.createDirectories(store.backbone(identity.id()));
        PretrainedBackbone.describe(folder, identity, RunStore.JSON.createObjectNode());
        Files.writeString(folder.resolve("backbone.safetensors"), "b".repeat(500));
        return folder;
    }

    private Path begun(Path folder, String row, long seed) throws IOException {
        JsonNode content = content(row, seed);
        RunStore.describe(
                folder,
                new TrialIdentity(id(row, seed), content, null),
                new Launch(experiment.name(), spec(row, seed)),
                RunStore.JSON.createObjectNode().put("jdk", "17." + seed).put("threads", 1));
        Files.writeString(folder.resolve("metrics.jsonl"), METRICS);
        return folder;
    }

    private JsonNode content(String row, long seed) {
        ObjectNode content = RunStore.JSON.createObjectNode();
        content.put("trainingRevision", 1);
        content.put("dataset", "synthped");
        content.put("dataDigest", "0".repeat(64));
        content.put("seed", seed);
        content.set("recipe", SettingsJson.of(spec(row, seed).recipe()));
        return content;
    }
}
