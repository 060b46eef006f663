package io.github.psbench.run;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.psbench.base.Safetensors;
import io.github.psbench.base.Sha256;
import io.github.psbench.model.FileWeights;
import io.github.psbench.model.Network;
import io.github.psbench.model.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The folder of a backbone that attribute pretraining made; all trials that share it read it. */
record PretrainedBackbone(Path folder) {
    static final String CONTENT = "pretraining.json";
    static final String MADE = "made.json";

    private static final String TENSORS = "backbone.safetensors";

    /**
     * What became of it.
     *
     * @param sha256 of the file of tensors
     * @param seconds wall time of its making
     */
    private record Made(String sha256, double seconds) {}

    /** Seconds that its making took; empty if it is not there, or damaged. */
    Optional<Double> seconds() {
        Path made = folder.resolve(MADE);
        if (!Files.exists(made) || !Files.exists(tensors())) {
            return Optional.empty();
        }
        try {
            Made known = RunStore.JSON.readValue(made.toFile(), Made.class);
            return Sha256.ofFile(tensors()).equals(known.sha256()) ? Optional.of(known.seconds()) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isSound() {
        return seconds().isPresent();
    }

    /** What training starts from. */
    Weights weights() {
        return new FileWeights(tensors().toString(), List.of());
    }

    private Path tensors() {
        return folder.resolve(TENSORS);
    }

    /** Says in a folder what is about to be made there, and where. */
    static void describe(Path folder, PretrainingIdentity identity, JsonNode environment) {
        RunStore.writeJson(folder.resolve(CONTENT), identity.content());
        RunStore.writeJson(folder.resolve("environment.json"), environment);
    }

    /** @param seconds wall time of its making */
    static void write(Path folder, Network backbone, double seconds) throws IOException {
        SortedMap<String, NDArray> tensors = new TreeMap<>(backbone.parameters());
        tensors.putAll(backbone.buffers());
        Safetensors.write(folder.resolve(TENSORS), tensors);
        RunStore.writeJson(folder.resolve(MADE), new Made(Sha256.ofFile(folder.resolve(TENSORS)), seconds));
    }
}
