package io.github.psbench.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RetrievalTest {
    /** Vectors worked out in float64 apart from this code. */
    @Test
    void tellsTheTwoAveragePrecisionsApart() {
        Embeddings query = Embeddings.of(2, new double[] {1, 0}, new long[] {7});
        // No, yes, no, yes, yes: at falling cosines.
        Embeddings gallery = Embeddings.of(2, new double[] {5, 1, 5, 2, 5, 3, 5, 4, 5, 5}, new long[] {1, 7, 2, 7, 7});

        RetrievalScores scores = Retrieval.score(query, gallery);

        assertThat(scores.map()).isCloseTo(100 * (1 / 2.0 + 2 / 4.0 + 3 / 5.0) / 3, within(1e-12));
        assertThat(scores.map()).isCloseTo(53.33, within(0.005));
        assertThat(scores.mapTrapezoid()).isCloseTo(40.56, within(0.005));
        assertThat(scores.rank1()).isZero();
        assertThat(scores.rank5()).isEqualTo(100);
        assertThat(scores.ties()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void ranksAsAFullSortDoes(long seed) {
        Random random = new Random(seed);
        int dimension = 1 + random.nextInt(6);
        int categories = 1 + random.nextInt(20);
        // Small integers, so that many images are equal or proportional by powers of two, and some are zero; more than
        // one block of each.
        Embeddings queries = integers(random, 1 + random.nextInt(80), dimension, categories + 3);
        Embeddings gallery = integers(random, 300 + random.nextInt(400), dimension, categories);

        assertSame(Retrieval.score(queries, gallery), sorted(queries, gallery), "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ranksAsAFullSortDoesWithoutTies(long seed) {
        Random random = new Random(seed);
        Embeddings queries = gaussian(random, 40, 13, 20);
        Embeddings gallery = gaussian(random, 700, 13, 20);

        RetrievalScores scores = Retrieval.score(queries, gallery);

        assertThat(scores.ties()).as("seed %d", seed).isZero();
        assertSame(scores, sorted(queries, gallery), "seed " + seed);
    }

    @Test
    void ranksACollapsedGalleryByIndexAndCountsEveryTie() {
        Embeddings query = Embeddings.of(3, new double[] {1, 2, 3}, new long[] {1});
        double[] same = new double[3 * 600];
        long[] labels = new long[600];
        for (int i = 0; i < 600; i++) {
            same[3 * i] = 0.1;
            same[3 * i + 1] = -0.7;
            same[3 * i + 2] = 0.3;
        }
        labels[4] = 1;
        labels[599] = 1;

        RetrievalScores scores = Retrieval.score(query, Embeddings.of(3, same, labels));

        assertThat(scores.rank1()).isZero();
        assertThat(scores.rank5()).isEqualTo(100);
        assertThat(scores.ties()).isEqualTo(2 * 598);
        assertThat(scores.map()).isCloseTo(100 * (1 / 5.0 + 2 / 600.0) / 2, within(1e-12));
    }

    @Test
    void leavesOutAndCountsQueriesWithoutAMatch() {
        Embeddings queries = Embeddings.of(2, new double[] {1, 0, 0, 1, 1, 1}, new long[] {1, 99, 2});
        Embeddings gallery = Embeddings.of(2, new double[] {1, 0, 0, 1}, new long[] {1, 2});

        RetrievalScores scores = Retrieval.score(queries, gallery);

        // The last query is as near to both: the tie goes to the smaller index, which is the irrelevant one.
        assertThat(scores).isEqualTo(new RetrievalScores(2, 1, 2, 50, 100, 100, 75, 50 + 50 * (0.5 + 0) / 2, 1));
    }

    @Test
    void scoresRowsOfAnyFiniteLength() {
        Embeddings queries = Embeddings.of(2, new double[] {1e300, 1e300, 1e-310, 0}, new long[] {1, 2});
        Embeddings gallery = Embeddings.of(2, new double[] {1e-300, 1e-300, 1e308, 1e300, 0, 0}, new long[] {1, 2, 3});

        RetrievalScores scores = Retrieval.score(queries, gallery);

        assertThat(scores.rank1()).isEqualTo(100);
        assertThat(scores.ties()).isZero();
    }

    @Test
    void saysWhatItCannotScore() {
        Embeddings one = Embeddings.of(2, new double[] {1, 0}, new long[] {1});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retrieval.score(Embeddings.of(2, new double[0], new long[0]), one))
                .withMessageContaining("0 and 1 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retrieval.score(one, Embeddings.of(2, new double[0], new long[0])))
                .withMessageContaining("1 and 0 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retrieval.score(one, Embeddings.of(3, new double[3], new long[1])))
                .withMessageContaining("got 2 and 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retrieval.score(one, Embeddings.of(2, new double[2], new long[] {2})))
                .withMessageContaining("none of the 1 queries");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Embeddings.of(2, new double[] {1, 2, 3, Double.NaN}, new long[2]))
                .withMessageContaining("row 1 must be finite, got NaN in column 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Embeddings.of(2, new double[3], new long[2]))
                .withMessageContaining("3 values are not 2 rows of 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Embeddings.of(0, new double[0], new long[2]))
                .withMessageContaining("dimension");
    }

    private static void assertSame(RetrievalScores found, RetrievalScores expected, String description) {
        assertThat(found)
                .as(description)
                .usingRecursiveComparison()
                .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b), Double.class)
                .isEqualTo(expected);
    }

    /** The same by sorting everything, a query at a time. */
    private static RetrievalScores sorted(Embeddings queries, Embeddings gallery) {
        List<QueryScore> scores = SortedGallery.each(queries, gallery).stream()
                .flatMap(Optional::stream)
                .toList();
        return new RetrievalScores(
                scores.size(),
                queries.count() - scores.size(),
                gallery.count(),
                percent(scores, score -> score.firstRank() < 1 ? 1 : 0),
                percent(scores, score -> score.firstRank() < 5 ? 1 : 0),
                percent(scores, score -> score.firstRank() < 10 ? 1 : 0),
                percent(scores, QueryScore::averagePrecision),
                percent(scores, QueryScore::trapezoid),
                scores.stream().mapToLong(QueryScore::ties).sum());
    }

    private static double percent(List<QueryScore> scores, ToDoubleFunction<QueryScore> value) {
        return 100 * scores.stream().mapToDouble(value).average().orElseThrow();
    }

    private static Embeddings integers(Random random, int count, int dimension, int categories) {
        return Embeddings.of(
                dimension,
                random.ints((long) count * dimension, -2, 3).asDoubleStream().toArray(),
                random.longs(count, 0, categories).toArray());
    }

    private static Embeddings gaussian(Random random, int count, int dimension, int categories) {
        double[] values = new double[count * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return Embeddings.of(
                dimension, values, random.longs(count, 0, categories).toArray());
    }
}
