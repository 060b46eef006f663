package io.github.psbench.run;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.psbench.base.Safetensors;
import io.github.psbench.base.Sha256;
import io.github.psbench.model.FileWeights;
import io.github.psbench.model.Network;
import io.github.psbench.model.Weights;
import io.github.psbench.run.work.StepTimes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
     * @param steps null: by an earlier psbench, or too few
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Made(String sha256, double seconds, @Nullable StepTimes steps) {}

    /** What its making took; empty if it is not there, or damaged. */
    Optional<Made> made() {
        Path made = folder.resolve(MADE);
        if (!Files.exists(made) || !Files.exists(tensors())) {
            return Optional.empty();
        }
        try {
            Made known = RunStore.JSON.readValue(made.toFile(), Made.class);
            return Sha256.ofFile(tensors()).equals(known.sha256()) ? Optional.of(known) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isSound() {
        return made().isPresent();
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

    /**
     * Makes a backbone whole, once its folder is in its place.
     *
     * @param seconds wall time of its making
     * @param steps null: too few to be measured
     */
    static void write(Path folder, Network backbone, double seconds, @Nullable StepTimes steps) throws IOException {
        SortedMap<String, NDArray> tensors = new TreeMap<>(backbone.parameters());
        tensors.putAll(backbone.buffers());
        Safetensors.write(folder.resolve(TENSORS), tensors);
        RunStore.writeJson(folder.resolve(MADE), new Made(Sha256.ofFile(folder.resolve(TENSORS)), seconds, steps));
    }
}
