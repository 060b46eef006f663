package io.github.psbench.run;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.base.Progress;
import io.github.psbench.base.Safetensors;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import io.github.psbench.eval.Embeddings;
import io.github.psbench.eval.Retrieval;
import io.github.psbench.eval.SplitScores;
import io.github.psbench.train.Encoders;
import io.github.psbench.train.PictureTensors;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The queries and the gallery of a data set, embedded: what there is to score.
 *
 * @param queries one a category of the gallery, row by row
 * @param seen for each query whether a training image has its category
 * @param gallery row by row
 * @param labels for each image of the gallery, the query that it is relevant to
 */
@SuppressWarnings("ArrayRecordComponent") // large, and compared nowhere
record Search(int dimension, float[] queries, boolean[] seen, float[] gallery, long[] labels) {
    /** @param pictures the data set's, training images before the gallery */
    static Search of(
            Encoders encoders, int dimension, PersonDataset dataset, PictureTensors pictures, Progress progress) {
        List<PersonCategory> categories = dataset.queryCategories();
        Set<PersonCategory> trained = new HashSet<>(dataset.trainCategories());
        Map<PersonCategory, Long> labels = new HashMap<>();
        boolean[] seen = new boolean[categories.size()];
        for (PersonCategory category : categories) {
            seen[labels.size()] = trained.contains(category);
            labels.put(category, (long) labels.size());
        }
        return new Search(
                dimension,
                encoders.embedCategories(dataset.schema(), categories),
                seen,
                encoders.embedImages(
                        pictures, dataset.train().size(), dataset.gallery().size(), progress),
                dataset.gallery().stream()
                        .map(PersonImage::category)
                        .mapToLong(category -> Objects.requireNonNull(labels.get(category)))
                        .toArray());
    }

    SplitScores scores() {
        return Retrieval.score(
                Embeddings.of(dimension, queries, queryLabels()), Embeddings.of(dimension, gallery, labels), seen);
    }

    /** Writes both sides as {@code psbench score} reads them. */
    void write(Path folder, NDManager manager) {
        write(folder.resolve("queries.safetensors"), queries, queryLabels(), manager);
        write(folder.resolve("gallery.safetensors"), gallery, labels, manager);
    }

    private void write(Path file, float[] rows, long[] rowLabels, NDManager manager) {
        try (NDManager scratch = manager.newSubManager()) {
            Safetensors.write(
                    file,
                    Map.of(
                            "embeddings", scratch.create(rows, new Shape(rowLabels.length, dimension)),
                            "labels", scratch.create(rowLabels)));
        }
    }

    private long[] queryLabels() {
        return IntStream.range(0, seen.length).asLongStream().toArray();
    }
}
