package io.github.psbench.search;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Safetensors;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.run.StoredTrial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
        float[][] vectors = rows(PROTOTYPES, "bits", -1);
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

    /** @param count -1: however many there are */
    private float[][] rows(String name, String tensor, int count) {
        Path file = trial.folder().resolve(name);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            NDArray matrix = Safetensors.read(file, manager).get(tensor);
            if (matrix == null
                    || matrix.getDataType() != DataType.FLOAT32
                    || matrix.getShape().dimension() != 2
                    || (count >= 0 && matrix.getShape().get(0) != count)) {
                throw Failure.data(
                        "%s is damaged: its tensor '%s' must be of type float32 and %s. Remove the folder it is in; the next run makes this"
                                + " trial anew.",
                        file, tensor, count < 0 ? "have two dimensions" : "have " + count + " rows");
            }
            int width = Math.toIntExact(matrix.getShape().get(1));
            float[] values = matrix.toFloatArray();
            float[][] rows = new float[Math.toIntExact(matrix.getShape().get(0))][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = Arrays.copyOfRange(values, i * width, (i + 1) * width);
            }
            return rows;
        }
    }
}
