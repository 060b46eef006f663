package io.github.psbench.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RankingTest {
    /** What is shown of a search is what its scores were computed from, ties included. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theRanksAreThoseThatTheScoresAreMadeOf(long seed) {
        Random random = new Random(seed);
        int dimension = 1 + random.nextInt(9);
        // Of small integers, so that many scores are equal, in half of the cases.
        float[][] queries = rows(random, 12, dimension, seed % 2 == 0);
        float[][] gallery = rows(random, 300, dimension, seed % 2 == 0);
        long[] asked = IntStream.range(0, 12).asLongStream().toArray();
        long[] labels = random.longs(300, 0, 11).toArray();
        List<Optional<QueryScore>> each = Retrieval.each(embeddings(queries, asked), embeddings(gallery, labels));
        RetrievalScores all = Retrieval.score(embeddings(queries, asked), embeddings(gallery, labels));

        int first = 0;
        double precisions = 0;
        for (int q = 0; q < 11; q++) {
            Ranking ranking = Ranking.of(queries[q], gallery);
            int query = q;
            int[] relevant = IntStream.range(0, 300)
                    .filter(place -> labels[ranking.images()[place]] == query)
                    .toArray();
            QueryScore score = each.get(q).orElseThrow();
            double precision = IntStream.range(0, relevant.length)
                    .mapToDouble(j -> (j + 1.0) / (relevant[j] + 1.0))
                    .average()
                    .orElseThrow();
            assertThat(score.firstRank()).as("seed %d, query %d", seed, q).isEqualTo(relevant[0]);
            assertThat(score.averagePrecision())
                    .as("seed %d, query %d", seed, q)
                    .isCloseTo(precision, within(1e-12));
            assertThat(ranking.images())
                    .as("seed %d", seed)
                    .doesNotHaveDuplicates()
                    .hasSize(300);
            first += relevant[0] == 0 ? 1 : 0;
            precisions += precision;
        }
        assertThat(each.get(11)).isEmpty();
        assertThat(all.rank1()).as("seed %d", seed).isCloseTo(100 * first / 11.0, within(1e-9));
        assertThat(all.map()).as("seed %d", seed).isCloseTo(100 * precisions / 11, within(1e-9));
    }

    @Test
    void scoresAreCosinesAndEqualOnesKeepTheOrderOfTheGallery() {
        Ranking ranking = Ranking.of(new float[] {2, 0}, new float[][] {{0, 1}, {3, 4}, {-1, 0}, {30, 40}, {0, 0}});
        assertThat(ranking.images()).containsExactly(1, 3, 0, 4, 2);
        assertThat(ranking.scores()).containsExactly(0.6, 0.6, 0, 0, -1);
    }

    @Test
    void rowsThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ranking.of(new float[2], new float[][] {{1, 2, 3}}))
                .withMessage("a row must be of the query's 2, got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ranking.of(new float[] {Float.NaN}, new float[0][]))
                .withMessageContaining("must be finite");
    }

    private static float[][] rows(Random random, int count, int dimension, boolean small) {
        float[][] rows = new float[count][dimension];
        for (float[] row : rows) {
            for (int k = 0; k < dimension; k++) {
                row[k] = small ? random.nextInt(5) - 2 : (float) random.nextGaussian();
            }
        }
        return rows;
    }

    private static Embeddings embeddings(float[][] rows, long[] labels) {
        int dimension = rows[0].length;
        double[] values = new double[rows.length * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[i / dimension][i % dimension];
        }
        return Embeddings.of(dimension, values, labels);
    }
}
