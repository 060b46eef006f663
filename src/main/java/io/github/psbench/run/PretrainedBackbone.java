package io.github.psbench.run;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.psbench.base.MakerLock;
import io.github.psbench.base.Progress;
import io.github.psbench.base.Safetensors;
import io.github.psbench.base.Sha256;
import io.github.psbench.model.FileWeights;
import io.github.psbench.model.Network;
import io.github.psbench.model.Weights;
import io.github.psbench.train.TrainingJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The folder of a backbone that attribute pretraining makes: made by the first trial that needs it, and read by all that share it. */
record PretrainedBackbone(Path folder) {
    static final String CONTENT = "pretraining.json";
    static final String MADE = "made.json";

    /**
     * Written last: where it fits the file of tensors, the backbone is done.
     *
     * @param sha256 of the file of tensors
     * @param seconds wall time of its making
     */
    private record Made(String sha256, double seconds) {}

    /** Seconds that its making took; empty if it is not done, or damaged. */
    Optional<Double> seconds() throws IOException {
        if (!Files.exists(made()) || !Files.exists(tensors())) {
            return Optional.empty();
        }
        try {
            Made made = RunStore.JSON.readValue(made().toFile(), Made.class);
            return Sha256.ofFile(tensors()).equals(made.sha256()) ? Optional.of(made.seconds()) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** What training starts from. */
    Weights weights() {
        return new FileWeights(tensors().toString(), List.of());
    }

    /**
     * Makes it, unless it is done. Of several that want it at once, one makes it and the others wait.
     *
     * @param environment where it is made
     * @param pretraining gives the backbone, which is closed here
     * @return seconds that its making took, now or earlier
     */
    double make(
            PretrainingIdentity identity,
            JsonNode environment,
            Progress progress,
            Function<TrainingJournal, Network> pretraining)
            throws IOException {
        Optional<Double> earlier = seconds();
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Files.createDirectories(folder);
        try (MakerLock lock =
                MakerLock.take(tensors(), "pretraining", "name another folder with --results", progress)) {
            earlier = seconds();
            return earlier.isPresent() ? earlier.get() : make(identity, environment, pretraining);
        }
    }

    private double make(
            PretrainingIdentity identity, JsonNode environment, Function<TrainingJournal, Network> pretraining)
            throws IOException {
        Files.deleteIfExists(made());
        RunStore.writeJson(folder.resolve(CONTENT), identity.content());
        RunStore.writeJson(folder.resolve("environment.json"), environment);
        long begun = System.nanoTime();
        try (MetricsFile metrics = MetricsFile.open(folder);
                Network backbone = pretraining.apply(metrics)) {
            SortedMap<String, NDArray> tensors = new TreeMap<>(backbone.parameters());
            tensors.putAll(backbone.buffers());
            Safetensors.write(tensors(), tensors);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        RunStore.writeJson(made(), new Made(Sha256.ofFile(tensors()), seconds));
        return seconds;
    }

    private Path tensors() {
        return folder.resolve("backbone.safetensors");
    }

    private Path made() {
        return folder.resolve(MADE);
    }
}
