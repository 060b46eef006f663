package io.github.psbench.search;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.github.psbench.base.Failure;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.run.StoredTensors;
import io.github.psbench.run.StoredTrial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a finished trial keeps of its embeddings: of training categories, of queries and of the gallery. */
record StoredEmbeddings(StoredTrial trial) {
    private static final String PROTOTYPES = "prototypes.safetensors";
    private static final String EMBEDDINGS = "embeddings";

    /**
     * Of the training categories, in their order.
     *
     * @throws Failure of kind DATA, here and below, if the file is missing or damaged, or has other than {@code count} rows
     */
    float[][] prototypes(int count) {
        return rows(PROTOTYPES, EMBEDDINGS, count);
    }

    /** Of the query categories, in their order. */
    float[][] queries(int count) {
        return rows("queries.safetensors", EMBEDDINGS, count);
    }

    /** Of the gallery's images, in their order. */
    float[][] gallery(int count) {
        return rows("gallery.safetensors", EMBEDDINGS, count);
    }

    /** The training categories by their vectors, in their order. */
    List<PersonCategory> trainCategories(AttributeSchema schema) {
        float[][] vectors = rows(PROTOTYPES, "bits");
        List<PersonCategory> categories = new ArrayList<>();
        for (float[] vector : vectors) {
            try {
                categories.add(schema.decode(vector));
            } catch (IllegalArgumentException e) {
                throw Failure.data(
                        "The annotation that is there is not the one that trial %s was trained with: its %s has a category that there is"
                                + " none of here (%s). Put the data of then in their place.",
                        trial.shortId(), PROTOTYPES, String.valueOf(e.getMessage()));
            }
        }
        return categories;
    }

    private float[][] rows(String name, String tensor, int count) {
        float[][] rows = rows(name, tensor);
        if (rows.length != count) {
            Path file = trial.folder().resolve(name);
            throw Failure.data(
                    "%s is damaged: its tensor '%s' must have %d rows, got %d. %s",
                    file, tensor, count, rows.length, StoredTrial.remedy(file));
        }
        return rows;
    }

    private float[][] rows(String name, String tensor) {
        Path file = trial.folder().resolve(name);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            return StoredTensors.rows(
                    StoredTensors.tensor(file, StoredTensors.read(file, manager), tensor, DataType.FLOAT32, 2));
        }
    }
}
