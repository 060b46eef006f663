package io.github.psbench.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairedTestTest {
    /** Expected values by scipy.stats.ttest_1samp of SciPy 1.17.1. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 2                      | 0.20483276469913345
                    -0.5 0.25 3 4.75 -1      | 0.3046781651203405
                    2.1 1.9 2.3 2.2          | 0.00014227063908787843
                    18.9 18.6 18.9           | 2.8292144691689378e-05
                    -9.8 -10.7 -9.8          | 0.0008811005675785364
                    """)
    void pIsThatOfSciPy(String differences, double p) {
        assertThat(PairedTest.p(sample(differences))).isCloseTo(p, within(1e-5 * p));
    }

    @ParameterizedTest
    @CsvSource({"2 2, 0.5", "-2 -2, 0.5", "1 1 1, 0.25", "0.2 0.2 0.2 0.2 0.2 0.2, 0.03125", "0 0 0, 1"})
    void equalDifferencesHaveTheSignTestsP(String differences, double p) {
        assertThat(PairedTest.p(sample(differences))).isEqualTo(p);
    }

    /** Of 2^n choices of signs, those that come as far: all as they are and all turned; with one zero twice as many. */
    @ParameterizedTest
    @CsvSource({"10, 0, 0.001953125", "10, 1, 0.00390625", "20, 0, 1.907348633e-6", "20, 3, 1.525878906e-5"})
    void tenToTwentySeedsAreTestedExactly(int n, int zeros, double p) {
        List<Double> differences = new ArrayList<>(Collections.nCopies(zeros, 0.0));
        for (int i = zeros; i < n; i++) {
            differences.add(0.1 + 0.25 * i);
        }
        assertThat(PairedTest.p(new Sample(differences))).isEqualTo(p);
    }

    @Test
    void signsThatComeExactlyAsFarCount() {
        List<Double> differences = List.of(0.25, -0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25);
        // At most one of the ten signs differs from the others: 1 + 10, in both directions.
        assertThat(PairedTest.p(new Sample(differences))).isEqualTo(0.021484375);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 21})
    void otherwiseTheTTestIsTaken(int n) {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            differences.add(0.1 + 0.25 * i);
        }
        assertThat(PairedTest.p(new Sample(differences))).isNotEqualTo(Math.scalb(1.0, 1 - n));
    }

    @Test
    void differencesThatOnlyRoundingTellsApartAreEqual() {
        Sample rounded = new Sample(List.of(51.2 - 49.6, 2.6 - 1.0, 98.1 - 96.5));
        assertThat(rounded.values()).doesNotHaveDuplicates();
        assertThat(PairedTest.p(rounded)).isEqualTo(0.25);
    }

    @Test
    void oneDifferenceIsNoSample() {
        assertThatThrownBy(() -> PairedTest.p(sample("3"))).hasMessageContaining("at least two differences, got 1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfSeedsAndRowsDoesNotMatter(long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            values.add(random.nextDouble() * 8 - 3);
        }
        double p = PairedTest.p(new Sample(values));
        Collections.reverse(values);
        assertThat(PairedTest.p(new Sample(values))).as("seed %d", seed).isCloseTo(p, within(1e-5));
        assertThat(PairedTest.p(new Sample(values.stream().map(value -> -value).toList())))
                .as("seed %d", seed)
                .isCloseTo(p, within(1e-5));
        assertThat(p).as("seed %d", seed).isBetween(0.0, 1.0);
    }

    private static Sample sample(String values) {
        return new Sample(
                List.of(values.split(" ")).stream().map(Double::valueOf).toList());
    }
}
