package io.github.psbench.report.figure;

import static io.github.psbench.run.StoredTensors.rows;
import static io.github.psbench.run.StoredTensors.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import io.github.psbench.run.RunStore;
import io.github.psbench.run.StoredTensors;
import io.github.psbench.run.StoredTrial;
import io.github.psbench.run.TrialOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The files of finished trials from which figures are made. What is not there is null; what is damaged is a {@link Failure} of kind DATA. */
record TrialFiles(RunStore store) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The weights w by name, in their order. */
    @Nullable
    Map<String, Double> weights(TrialOutcome trial) {
        Path file = file(trial, "w.json");
        if (!Files.exists(file)) {
            return null;
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        try {
            for (JsonNode weight : JSON.readTree(Files.readString(file)).path("w")) {
                weights.put(weight.required("name").textValue(), number(weight.required("value")));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(file, e);
        }
        return weights;
    }

    /** Hands over the lines of the metrics, one after the other. */
    void metrics(TrialOutcome trial, Consumer<JsonNode> line) {
        Path file = file(trial, "metrics.jsonl");
        if (!Files.exists(file)) {
            return;
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                line.accept(JSON.readTree(text));
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw damaged(file, e);
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.DATA,
                    "%s cannot be read: %s.".formatted(file, IoReason.of(e).why()),
                    e);
        }
    }

    static double number(JsonNode node) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException("expected a number, got " + node);
        }
        return node.doubleValue();
    }

    /** The prototypes of the training categories. */
    @Nullable
    Prototypes prototypes(TrialOutcome trial) {
        Path file = file(trial, "prototypes.safetensors");
        if (!Files.exists(file)) {
            return null;
        }
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            SortedMap<String, NDArray> tensors = StoredTensors.read(file, manager);
            NDArray embeddings = tensor(file, tensors, "embeddings", DataType.FLOAT32, 2);
            NDArray bits = tensor(file, tensors, "bits", DataType.FLOAT32, 2);
            long[] groups = tensor(file, tensors, "groups", DataType.INT64, 1).toLongArray();
            if (bits.getShape().get(0) != embeddings.getShape().get(0)
                    || bits.getShape().get(1) != Arrays.stream(groups).sum()
                    || embeddings.getShape().get(0) < 2) {
                throw Failure.data(
                        "%s is damaged: it has %s embeddings and %s bits in groups of %s. %s",
                        file,
                        embeddings.getShape(),
                        bits.getShape(),
                        Arrays.toString(groups),
                        StoredTrial.remedy(file));
            }
            return new Prototypes(
                    rows(embeddings),
                    rows(bits),
                    Arrays.stream(groups).mapToInt(Math::toIntExact).toArray());
        }
    }

    /** The query categories and the gallery as the trial has embedded them. */
    @Nullable
    EmbeddedSearch search(TrialOutcome trial) {
        Path queries = file(trial, "queries.safetensors");
        Path gallery = file(trial, "gallery.safetensors");
        if (!Files.exists(queries) || !Files.exists(gallery)) {
            return null;
        }
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            SortedMap<String, NDArray> asked = StoredTensors.read(queries, manager);
            SortedMap<String, NDArray> searched = StoredTensors.read(gallery, manager);
            float[][] categories = rows(tensor(queries, asked, "embeddings", DataType.FLOAT32, 2));
            float[][] images = rows(tensor(gallery, searched, "embeddings", DataType.FLOAT32, 2));
            long[] labels =
                    tensor(gallery, searched, "labels", DataType.INT64, 1).toLongArray();
            if (labels.length != images.length
                    || Arrays.stream(labels).anyMatch(label -> label < 0 || label >= categories.length)) {
                throw Failure.data(
                        "%s is damaged: not each of its %d images has as label one of the %d queries. %s",
                        gallery, images.length, categories.length, StoredTrial.remedy(gallery));
            }
            return new EmbeddedSearch(
                    categories,
                    images,
                    Arrays.stream(labels).mapToInt(i -> (int) i).toArray());
        }
    }

    /** @param trial a finished one, so it has an id */
    private Path file(TrialOutcome trial, String name) {
        return store.folder(Objects.requireNonNull(trial.id())).resolve(name);
    }

    private static Failure damaged(Path file, Exception cause) {
        return new Failure(
                ErrorKind.DATA,
                "%s is damaged: it is not the JSON that psbench wrote there. %s"
                        .formatted(file, StoredTrial.remedy(file)),
                cause);
    }
}
