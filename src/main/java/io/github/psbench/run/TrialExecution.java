package io.github.psbench.run;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.base.Safetensors;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import io.github.psbench.data.PixelCache;
import io.github.psbench.eval.Embeddings;
import io.github.psbench.eval.Retrieval;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.spec.TrialSpec;
import io.github.psbench.train.PictureTensors;
import io.github.psbench.train.Recipe;
import io.github.psbench.train.TrainedModel;
import io.github.psbench.train.TwoStageTraining;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** Trains and evaluates one trial, and leaves its files in the trial's folder. */
final class TrialExecution {
    private static final ObjectMapper LINES = new ObjectMapper();

    private final TrialSpec spec;
    private final PersonDataset dataset;
    private final Path folder;
    private final Places places;
    private final Progress progress;

    TrialExecution(TrialSpec spec, PersonDataset dataset, Path folder, Places places, Progress progress) {
        this.spec = spec;
        this.dataset = dataset;
        this.folder = folder;
        this.places = places;
        this.progress = progress;
    }

    TrialResult run(TrialLog log) throws IOException {
        Recipe recipe = spec.recipe();
        try (PixelCache pixels = PixelCache.open(dataset, recipe.input(), places, progress);
                NDManager manager = NDManager.newBaseManager(Device.cpu());
                PictureTensors pictures = PictureTensors.open(pixels, recipe.input(), manager);
                TrainedModel model = train(recipe, pictures, manager)) {
            log.line("pretrained in %.1f s, trained in %.1f s", model.pretrainingSeconds(), model.trainingSeconds());
            long begun = System.nanoTime();
            RetrievalScores scores = evaluate(model, pictures, manager);
            double evaluationSeconds = (System.nanoTime() - begun) / 1e9;
            log.line("evaluated in %.1f s: %s", evaluationSeconds, scores);
            writeWeights(model, manager);
            return new TrialResult(
                    scores, null, null, model.pretrainingSeconds(), model.trainingSeconds(), evaluationSeconds);
        }
    }

    private TrainedModel train(Recipe recipe, PictureTensors pictures, NDManager manager) throws IOException {
        try (BufferedWriter metrics = Files.newBufferedWriter(folder.resolve("metrics.jsonl"))) {
            return TwoStageTraining.run(
                    recipe,
                    spec.seed(),
                    dataset,
                    pictures,
                    places,
                    manager,
                    step -> writeLine(metrics, step),
                    progress);
        }
    }

    private static void writeLine(BufferedWriter metrics, Object step) {
        try {
            metrics.write(LINES.writeValueAsString(step));
            metrics.newLine();
            metrics.flush(); // someone may be watching
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RetrievalScores evaluate(TrainedModel model, PictureTensors pictures, NDManager manager) {
        List<PersonCategory> queryCategories = dataset.queryCategories();
        Map<PersonCategory, Long> labels = new HashMap<>();
        queryCategories.forEach(category -> labels.put(category, (long) labels.size()));
        float[] queries = model.encoders().embedCategories(dataset.schema(), queryCategories);
        int first = dataset.train().size();
        int count = dataset.gallery().size();
        float[] gallery = model.encoders().embedImages(pictures, first, count, progress);
        long[] queryLabels =
                IntStream.range(0, queryCategories.size()).asLongStream().toArray();
        long[] galleryLabels = dataset.gallery().stream()
                .map(PersonImage::category)
                .mapToLong(category -> Objects.requireNonNull(labels.get(category)))
                .toArray();
        writeEmbeddings("queries.safetensors", queries, queryLabels, manager);
        writeEmbeddings("gallery.safetensors", gallery, galleryLabels, manager);
        int dimension = spec.recipe().embedding().dimension();
        return Retrieval.score(
                new Embeddings(dimension, widen(queries), queryLabels),
                new Embeddings(dimension, widen(gallery), galleryLabels));
    }

    private void writeEmbeddings(String name, float[] values, long[] labels, NDManager manager) {
        try (NDManager scratch = manager.newSubManager()) {
            Shape shape = new Shape(labels.length, spec.recipe().embedding().dimension());
            Safetensors.write(
                    folder.resolve(name),
                    Map.of("embeddings", scratch.create(values, shape), "labels", scratch.create(labels)));
        }
    }

    private void writeWeights(TrainedModel model, NDManager manager) {
        try (NDManager scratch = manager.newSubManager()) {
            SortedMap<String, NDArray> tensors = model.encoders().tensors();
            float[] w = model.weights();
            if (w != null) {
                tensors.put("asmr.w", scratch.create(w));
            }
            Safetensors.write(folder.resolve("weights.safetensors"), tensors);
        }
    }

    private static double[] widen(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
