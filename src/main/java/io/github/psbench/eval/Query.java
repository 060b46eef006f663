package io.github.psbench.eval;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One query under way through the gallery. */
final class Query {
    private final double[] unit;
    private final long label;
    private final RelevantImages relevant;

    private Query(double[] unit, long label, RelevantImages relevant) {
        this.unit = unit;
        this.label = label;
        this.relevant = relevant;
    }

    /** The query of a row, or null if nothing in the gallery is relevant to it. */
    static @Nullable Query of(Embeddings queries, int row, Embeddings gallery) {
        long label = queries.labels()[row];
        long[] labels = gallery.labels();
        int[] indices = IntStream.range(0, labels.length)
                .filter(image -> labels[image] == label)
                .toArray();
        if (indices.length == 0) {
            return null;
        }
        double[] query = new double[queries.dimension()];
        queries.unitRow(row, query);
        double[] image = new double[gallery.dimension()];
        double[] scores = new double[indices.length];
        for (int j = 0; j < indices.length; j++) {
            gallery.unitRow(indices[j], image);
            for (int k = 0; k < query.length; k++) {
                scores[j] += query[k] * image[k];
            }
        }
        return new Query(query, label, new RelevantImages(indices, scores));
    }

    /** Counts the irrelevant images of a block. */
    void meet(GalleryBlock block, long[] labels) {
        double[] scores = block.scores(unit);
        for (int image = 0; image < block.count(); image++) {
            int index = block.first() + image;
            if (labels[index] != label) {
                relevant.meet(index, scores[image]);
            }
        }
    }

    RelevantImages relevant() {
        return relevant;
    }
}
