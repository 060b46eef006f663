package io.github.psbench.train;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import io.github.psbench.base.Progress;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.loss.UnitRows;
import io.github.psbench.model.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The image encoder f (backbone and head) and the category encoder g, which map pictures and categories into one space, where the cosine
 * says how well they fit.
 */
public final class Encoders implements AutoCloseable {
    private static final int EMBEDDING_BATCH = 128;

    private static final String BACKBONE = "backbone.";
    private static final String HEAD = "head.";
    private static final String CATEGORY = "category.";

    private final Recipe recipe;
    private final NDManager manager;
    private final Network backbone;
    private final Network head;
    private final Network category;

    /** Fresh encoders, drawn from the seed's streams; the backbone's weights are the caller's to load. */
    Encoders(Recipe recipe, AttributeSchema schema, RandomStreams random, NDManager parent) {
        this.recipe = recipe;
        this.manager = parent.newSubManager();
        backbone = backbone(recipe, random, manager);
        head = Network.of(recipe.embedding().from(recipe.backbone().features()), random.named("head"), manager);
        category = Network.of(recipe.embedding().from(schema.bits()), random.named("category"), manager);
    }

    /**
     * Encoders that were trained before.
     *
     * @param recipe that they were trained by
     * @param tensors of {@link #tensors}, by name; not changed
     * @param parent its device is where they compute
     * @throws IllegalArgumentException that lists every missing, unexpected or misshapen tensor
     */
    public static Encoders restore(
            Recipe recipe, AttributeSchema schema, SortedMap<String, NDArray> tensors, NDManager parent) {
        Encoders encoders = new Encoders(recipe, schema, new RandomStreams(0), parent);
        try {
            encoders.set(tensors);
            return encoders;
        } catch (RuntimeException | Error e) {
            encoders.close();
            throw e;
        }
    }

    private void set(SortedMap<String, NDArray> tensors) {
        List<String> misfits = new ArrayList<>();
        Map<String, NDArray> others = new TreeMap<>(tensors);
        Map<String, Network> parts = new TreeMap<>(Map.of(BACKBONE, backbone, HEAD, head, CATEGORY, category));
        Map<String, Map<String, NDArray>> values = new TreeMap<>();
        parts.forEach((prefix, network) -> {
            Map<String, NDArray> own = new TreeMap<>();
            tensors.forEach((name, tensor) -> {
                if (name.startsWith(prefix)) {
                    own.put(name.substring(prefix.length()), tensor);
                    others.remove(name);
                }
            });
            network.misfits(own).forEach(line -> misfits.add(prefix + "* " + line));
            values.put(prefix, own);
        });
        others.forEach((name, tensor) ->
                misfits.add("unexpected: %s %s %s".formatted(name, tensor.getDataType(), tensor.getShape())));
        if (!misfits.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", misfits));
        }
        parts.forEach((prefix, network) -> network.set(requireNonNull(values.get(prefix))));
    }

    /** A fresh backbone, drawn from the seed's streams. */
    static Network backbone(Recipe recipe, RandomStreams random, NDManager manager) {
        return Network.of(recipe.backbone().layers(), random.named("backbone"), manager);
    }

    Network backbone() {
        return backbone;
    }

    /** The parameters of f: backbone and head. */
    SortedMap<String, NDArray> imageParameters() {
        SortedMap<String, NDArray> parameters = new TreeMap<>();
        backbone.parameters().forEach((name, array) -> parameters.put(BACKBONE + name, array));
        head.parameters().forEach((name, array) -> parameters.put(HEAD + name, array));
        return parameters;
    }

    /** The parameters of g. */
    SortedMap<String, NDArray> categoryParameters() {
        return category.parameters();
    }

    /** Every tensor of both encoders by name, {@code backbone.*}, {@code head.*} and {@code category.*}: parameters and running statistics. */
    public SortedMap<String, NDArray> tensors() {
        SortedMap<String, NDArray> tensors = imageParameters();
        backbone.buffers().forEach((name, array) -> tensors.put(BACKBONE + name, array));
        category.parameters().forEach((name, array) -> tensors.put(CATEGORY + name, array));
        return tensors;
    }

    /**
     * f before scaling to length 1, differentiable.
     *
     * @param pictures float32 [n, 3, height, width]
     * @param batchStatistics see {@link Network#forward}
     * @return [n, dimension]
     */
    NDArray images(NDArray pictures, boolean batchStatistics) {
        return head.forward(backbone.forward(pictures, batchStatistics), batchStatistics);
    }

    /**
     * g before scaling to length 1, differentiable.
     *
     * @param bits float32 [n, K]
     * @return [n, dimension]
     */
    NDArray prototypes(NDArray bits) {
        return category.forward(bits, false);
    }

    /**
     * Embeds pictures {@code first} to {@code first + count - 1}, unaltered, with the running statistics.
     *
     * @return count x dimension values, row by row, each row of length 1
     */
    public float[] embedImages(PictureTensors pictures, int first, int count, Progress progress) {
        float[] embeddings = new float[count * recipe.embedding().dimension()];
        int done = 0;
        try (Progress.Task task = progress.begin("embedding images", count)) {
            for (EpochOrder.Batch batch : EpochOrder.inOrder(first, count, EMBEDDING_BATCH)) {
                try (NDManager step = manager.newSubManager()) {
                    float[] rows = withoutGradients(() -> UnitRows.of(images(pictures.of(batch, step), false)));
                    System.arraycopy(rows, 0, embeddings, done, rows.length);
                    done += rows.length;
                }
                task.advance(batch.size());
            }
        }
        return embeddings;
    }

    /**
     * Embeds categories: their prototypes.
     *
     * @return categories x dimension values, row by row, each row of length 1
     */
    public float[] embedCategories(AttributeSchema schema, List<PersonCategory> categories) {
        try (NDManager step = manager.newSubManager()) {
            NDArray bits = bits(schema, categories, step);
            return withoutGradients(() -> UnitRows.of(prototypes(bits)));
        }
    }

    /** The vectors of categories, float32 [n, K]. */
    static NDArray bits(AttributeSchema schema, List<PersonCategory> categories, NDManager manager) {
        int width = schema.bits();
        float[] bits = new float[categories.size() * width];
        for (int i = 0; i < categories.size(); i++) {
            System.arraycopy(schema.encode(categories.get(i)), 0, bits, i * width, width);
        }
        return manager.create(bits, new Shape(categories.size(), width));
    }

    /** Whether gradients are recorded is a state of the calling thread; recording them here would keep every activation in memory. */
    private static float[] withoutGradients(Supplier<NDArray> embedding) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(false);
        try {
            return embedding.get().toFloatArray();
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    @Override
    public void close() {
        backbone.close();
        head.close();
        category.close();
        manager.close();
    }
}
