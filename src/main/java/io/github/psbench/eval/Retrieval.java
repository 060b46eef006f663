package io.github.psbench.eval;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Scores a search exactly, without ever sorting a gallery, or holding it in memory. For a query, only the scores of what is relevant to it are
 * kept and sorted; the rest of the gallery streams by once, in blocks, and each image is counted at the place where it falls among them.
 *
 * <p>Nearly all of that is done in single precision, which is several times as fast. A score of single precision is within a {@linkplain
 * GalleryBlock#bound bound} of the exact one. Where no relevant score is within that bound, it tells the place as surely as the exact score does;
 * where one is, the exact score decides. So ranks and ties are those of double precision, to the bit.
 *
 * <p>Memory, beside the embeddings where they are in memory: one block a core, and what is counted for the queries that share a pass, which
 * is bounded too.
 */
public final class Retrieval {
    /** As many queries share a pass over the gallery as need so much memory for what they count. */
    private static final long BYTES_AT_ONCE = 1L << 28;

    private Retrieval() {}

    /**
     * Ranks the gallery for each query by cosine in double precision, descending; equal scores by gallery index, ascending. The cosine of a
     * row of zeros is 0. Queries run in parallel; the result does not depend on how.
     *
     * @throws IllegalArgumentException if either is empty, their dimensions differ, or no query has anything relevant in the gallery
     */
    public static RetrievalScores score(Embeddings queries, Embeddings gallery) {
        return score(queries, gallery, new boolean[queries.count()]).all();
    }

    /**
     * Scores a search as a whole and, apart from each other, the queries of categories seen and unseen in training.
     *
     * @param seen for each query whether it is of a category that some training image has
     * @throws IllegalArgumentException as {@link #score(Embeddings, Embeddings)} does
     */
    public static SplitScores score(Embeddings queries, Embeddings gallery, boolean[] seen) {
        @Nullable QueryScore[] scores = search(queries, gallery, BYTES_AT_ONCE);
        RetrievalScores all = mean(scores, gallery.count(), query -> true);
        if (all == null) {
            throw new IllegalArgumentException(
                    "none of the " + scores.length + " queries has an image of its label in the gallery");
        }
        return new SplitScores(
                all,
                mean(scores, gallery.count(), query -> seen[query]),
                mean(scores, gallery.count(), query -> !seen[query]));
    }

    /**
     * Scores each query on its own, in the same ranking.
     *
     * @return one for each query, in their order; empty for those with nothing relevant in the gallery
     * @throws IllegalArgumentException if either is empty, or their dimensions differ
     */
    public static List<Optional<QueryScore>> each(Embeddings queries, Embeddings gallery) {
        return each(queries, gallery, BYTES_AT_ONCE);
    }

    /** @param bytesAtOnce about how much memory the queries may take that share a pass; one query may take more */
    static List<Optional<QueryScore>> each(Embeddings queries, Embeddings gallery, long bytesAtOnce) {
        return Arrays.stream(search(queries, gallery, bytesAtOnce))
                .map(Optional::ofNullable)
                .toList();
    }

    /** @return a score a query; null for those with nothing relevant in the gallery */
    private static @Nullable QueryScore[] search(Embeddings queries, Embeddings gallery, long bytesAtOnce) {
        if (queries.count() == 0 || gallery.count() == 0) {
            throw new IllegalArgumentException("queries and gallery must not be empty, got " + queries.count() + " and "
                    + gallery.count() + " rows");
        }
        if (queries.dimension() != gallery.dimension()) {
            throw new IllegalArgumentException("queries and gallery must be of one dimension, got "
                    + queries.dimension() + " and " + gallery.dimension());
        }
        @Nullable QueryScore[] scores = new @Nullable QueryScore[queries.count()];
        int[][] relevant = relevant(queries, gallery);
        int next = 0;
        while (next < scores.length) {
            int first = next;
            long bytes = 0;
            while (next < scores.length && (next == first || bytes < bytesAtOnce)) {
                bytes += GalleryPass.bytes(relevant[next++].length);
            }
            List<Query> together = IntStream.range(first, next)
                    .filter(query -> relevant[query].length > 0)
                    .parallel()
                    .mapToObj(query -> Query.of(queries, query, gallery, relevant[query]))
                    .toList();
            if (!together.isEmpty()) {
                List<Tally> tallies = new GalleryPass(gallery, together).run();
                for (int i = 0; i < together.size(); i++) {
                    scores[together.get(i).row()] = QueryScore.of(tallies.get(i));
                }
            }
        }
        return scores;
    }

    /** The gallery indices of what is relevant to each query, ascending. */
    private static int[][] relevant(Embeddings queries, Embeddings gallery) {
        Map<Long, IntStream.Builder> builders = new HashMap<>();
        for (long label : queries.labels()) {
            builders.put(label, IntStream.builder());
        }
        for (int image = 0; image < gallery.count(); image++) {
            IntStream.Builder builder = builders.get(gallery.labels()[image]);
            if (builder != null) {
                builder.add(image);
            }
        }
        Map<Long, int[]> indices = new HashMap<>();
        builders.forEach((label, builder) -> indices.put(label, builder.build().toArray()));
        return Arrays.stream(queries.labels()).mapToObj(indices::get).toArray(int[][]::new);
    }

    /** Over some of the queries, summed in their order, whoever scored them; null if there is none, or none with a match. */
    private static @Nullable RetrievalScores mean(@Nullable QueryScore[] scores, int gallery, IntPredicate chosen) {
        List<QueryScore> matched = IntStream.range(0, scores.length)
                .filter(chosen)
                .mapToObj(query -> scores[query])
                .filter(Objects::nonNull)
                .toList();
        if (matched.isEmpty()) {
            return null;
        }
        int asked =
                Math.toIntExact(IntStream.range(0, scores.length).filter(chosen).count());
        double precision = 0;
        double trapezoid = 0;
        long ties = 0;
        for (QueryScore score : matched) {
            precision += score.averagePrecision();
            trapezoid += score.trapezoid();
            ties += score.ties();
        }
        double percent = 100.0 / matched.size();
        return new RetrievalScores(
                matched.size(),
                asked - matched.size(),
                gallery,
                percent * found(matched, 1),
                percent * found(matched, 5),
                percent * found(matched, 10),
                percent * precision,
                percent * trapezoid,
                ties);
    }

    private static long found(List<QueryScore> scores, int within) {
        return scores.stream().filter(score -> score.firstRank() < within).count();
    }
}
