package io.github.psbench.report.figure;

import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.report.tsne.Trustworthiness;
import io.github.psbench.report.tsne.Tsne;
import io.github.psbench.report.tsne.TsneMap;
import io.github.psbench.report.tsne.TsneOptions;
import io.github.psbench.spec.TsneFigure;
import java.util.ArrayList;
import java.util.List;

/**
 * A trial's gallery and its query categories together on a plane, by t-SNE of the embeddings at unit length: there the squared distance is
 * 2 - 2 cos, so neighbours are what is alike by the score.
 *
 * @param points the images in the gallery's order, then the categories in the order of the queries
 * @param divergence KL(P || Q) in nats
 * @param trustworthiness 0..1, over {@link #neighbours()} neighbours
 * @param exact whether t-SNE was computed exactly, or by Barnes-Hut
 */
public record EmbeddingMap(
        List<Point> points, double divergence, double trustworthiness, int neighbours, boolean exact) {
    /** Over which the trustworthiness is measured, where there are points enough. */
    private static final int NEIGHBOURS = 12;

    /** What a point stands for. */
    public enum Kind {
        /** An image of the gallery. */
        IMAGE,
        /** A query category, as the category encoder embeds it. */
        CATEGORY
    }

    /**
     * @param index of an image in {@link io.github.psbench.data.PersonDataset#gallery()}; of a category in
     *     {@link io.github.psbench.data.PersonDataset#queryCategories()}
     * @param category the index of the category that it is, or that the image is of
     * @param x without a unit
     */
    public record Point(Kind kind, int index, int category, double x, double y) {}

    public EmbeddingMap {
        points = List.copyOf(points);
    }

    /**
     * Computes the map; takes seconds to minutes.
     *
     * @param what a few words for who waits
     * @throws Failure of kind USAGE if the perplexity is too large for so few points
     */
    static EmbeddingMap of(EmbeddedSearch search, TsneFigure settings, String what, Progress progress) {
        int images = search.gallery().length;
        int all = images + search.queries().length;
        requireFit(settings, all, what);
        double[][] units = new double[all][];
        for (int i = 0; i < all; i++) {
            units[i] = unit(i < images ? search.gallery()[i] : search.queries()[i - images]);
        }
        TsneMap map = Tsne.map(
                units,
                new TsneOptions(
                        settings.perplexity(),
                        settings.iterations(),
                        settings.seed(),
                        TsneOptions.Start.PRINCIPAL_AXES),
                progress,
                what);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            double[] position = map.positions()[i];
            points.add(
                    i < images
                            ? new Point(Kind.IMAGE, i, search.labels()[i], position[0], position[1])
                            : new Point(Kind.CATEGORY, i - images, i - images, position[0], position[1]));
        }
        int neighbours = Math.min(NEIGHBOURS, (all - 1) / 2);
        return new EmbeddingMap(
                points,
                map.divergence(),
                Trustworthiness.of(units, map.positions(), neighbours),
                neighbours,
                map.exact());
    }

    /** @throws Failure of kind USAGE if the perplexity is too large for so few points */
    static void requireFit(TsneFigure settings, int points, String of) {
        double limit = TsneOptions.perplexityLimit(points);
        if (settings.perplexity() >= limit) {
            throw Failure.usage(
                    "tsne.perplexity: must be less than a third of the other points, which is %.1f for the %d images and categories of"
                            + " %s, got %s. Set a lower one in the experiment file.",
                    limit, points, of, settings.perplexity());
        }
    }

    private static double[] unit(float[] embedding) {
        double squared = 0;
        for (float value : embedding) {
            squared += (double) value * value;
        }
        double length = squared > 0 ? Math.sqrt(squared) : 1;
        double[] unit = new double[embedding.length];
        for (int k = 0; k < unit.length; k++) {
            unit[k] = embedding[k] / length;
        }
        return unit;
    }
}
