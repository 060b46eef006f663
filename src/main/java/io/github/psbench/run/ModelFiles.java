package io.github.psbench.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.base.Safetensors;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.loss.DeltaForm;
import io.github.psbench.train.Recipe;
import io.github.psbench.train.TrainedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/** What a trained model leaves in its trial's folder: its tensors, its weights w by name, and its prototypes. */
final class ModelFiles {
    static final String WEIGHTS = "weights.safetensors";
    static final String W = "asmr.w";

    private ModelFiles() {}

    static void write(TrainedModel model, Recipe recipe, PersonDataset dataset, Path folder, NDManager manager) {
        try (NDManager scratch = manager.newSubManager()) {
            SortedMap<String, NDArray> tensors = model.encoders().tensors();
            float[] w = model.weights();
            if (w != null) {
                tensors.put(W, scratch.create(w));
                DeltaForm form = Objects.requireNonNull(
                        Objects.requireNonNull(recipe.loss().asmr()).form());
                RunStore.writeJson(folder.resolve("w.json"), weights(w, names(dataset.schema(), form)));
            }
            Safetensors.write(folder.resolve(WEIGHTS), tensors);
            Safetensors.write(
                    folder.resolve("prototypes.safetensors"),
                    prototypes(model, recipe.embedding().dimension(), dataset, scratch));
        }
    }

    private static ObjectNode weights(float[] w, List<String> names) {
        ObjectNode root = RunStore.JSON.createObjectNode();
        ArrayNode list = root.putArray("w");
        for (int k = 0; k < w.length; k++) {
            list.addObject().put("name", names.get(k)).put("value", w[k]);
        }
        return root;
    }

    /** "gender: male" for each bit, or "gender" for each group. */
    private static List<String> names(AttributeSchema schema, DeltaForm form) {
        return schema.groups().stream()
                .flatMap(group -> form.weighsGroups()
                        ? List.of(group.name()).stream()
                        : group.bits().stream().map(bit -> group.name() + ": " + bit))
                .toList();
    }

    /** Of the training categories: embeddings [n, d], bits [n, K], and the sizes of the attribute groups. */
    private static Map<String, NDArray> prototypes(
            TrainedModel model, int dimension, PersonDataset dataset, NDManager scratch) {
        AttributeSchema schema = dataset.schema();
        List<PersonCategory> categories = dataset.trainCategories();
        float[][] bits = categories.stream().map(schema::encode).toArray(float[][]::new);
        return Map.of(
                "embeddings",
                scratch.create(
                        model.encoders().embedCategories(schema, categories), new Shape(categories.size(), dimension)),
                "bits",
                scratch.create(bits),
                "groups",
                scratch.create(
                        schema.groupSizes().stream().mapToLong(size -> size).toArray()));
    }
}
