package io.github.psbench.eval;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What {@link Retrieval} finds, found by sorting the whole gallery in double precision, a query at a time. */
final class SortedGallery {
    private SortedGallery() {}

    static List<Optional<QueryScore>> each(Embeddings queries, Embeddings gallery) {
        return IntStream.range(0, queries.count())
                .mapToObj(query -> score(queries, query, gallery))
                .toList();
    }

    private static Optional<QueryScore> score(Embeddings queries, int query, Embeddings gallery) {
        long label = queries.labels()[query];
        double[] asked = unit(queries, query);
        double[] scores = IntStream.range(0, gallery.count())
                .mapToDouble(image -> cosine(asked, unit(gallery, image)))
                .toArray();
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer image) -> -scores[image])
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ranks = IntStream.range(0, order.length)
                .filter(rank -> gallery.labels()[order[rank]] == label)
                .toArray();
        if (ranks.length == 0) {
            return Optional.empty();
        }
        double standard = 0;
        double trapezoid = 0;
        for (int j = 0; j < ranks.length; j++) {
            double precision = (j + 1.0) / (ranks[j] + 1.0);
            standard += precision;
            trapezoid += (precision + (ranks[j] == 0 ? 1 : (double) j / ranks[j])) / 2;
        }
        long ties = 0;
        for (int rank : ranks) {
            for (int image = 0; image < scores.length; image++) {
                ties += gallery.labels()[image] != label && scores[image] == scores[order[rank]] ? 1 : 0;
            }
        }
        return Optional.of(new QueryScore(ranks[0], standard / ranks.length, trapezoid / ranks.length, ties));
    }

    private static double cosine(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** Divides by the largest value first, so that exactly the same images tie. */
    private static double[] unit(Embeddings embeddings, int row) {
        double[] unit = new double[embeddings.dimension()];
        embeddings.rows().read(row, unit);
        double largest = 0;
        for (double value : unit) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            return unit;
        }
        double squares = 0;
        for (int k = 0; k < unit.length; k++) {
            unit[k] /= largest;
            squares += unit[k] * unit[k];
        }
        for (int k = 0; k < unit.length; k++) {
            unit[k] /= Math.sqrt(squares);
        }
        return unit;
    }
}
