package io.github.psbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.psbench.loss.DeltaForm;
import io.github.psbench.loss.L2NormalisedWeights;
import io.github.psbench.loss.LearnedWeights;
import io.github.psbench.loss.MarginWeights;
import io.github.psbench.loss.PaperDelta;
import io.github.psbench.loss.ReleasedDelta;
import io.github.psbench.loss.SemanticMargin;
import io.github.psbench.loss.UnitRows;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of three categories were computed by hand in double precision, apart from this code. */
class PairCosinesTest {
    private static final float[][] EMBEDDINGS = {{2, 1, 2}, {-1, .5f, 1}, {1, -2, -.5f}};
    private static final float[][] BITS = {{1, 0, 1, 0, 0}, {0, 1, 1, 0, 0}, {0, 1, 0, 1, 0}};
    private static final Prototypes THREE = new Prototypes(EMBEDDINGS, BITS, new int[] {2, 3});

    @Test
    void deltaOfThePaperHasAWeightABit() {
        PairDeltas deltas = PairDeltas.of(THREE, asmr(new PaperDelta()), new double[] {1, 1, 1, 1, 1});
        assertThat(deltas.delta(0, 1)).isCloseTo(.2689414214, within(1e-10));
        assertThat(deltas.delta(0, 2)).isCloseTo(.0474258732, within(1e-10));
        assertThat(deltas.delta(1, 2)).isCloseTo(.2689414214, within(1e-10));
    }

    @Test
    void deltaOfTheReleasedCodeHasAWeightAGroupAndADivisor() {
        PairDeltas deltas = PairDeltas.of(THREE, asmr(new ReleasedDelta(10.0)), new double[] {1, 1});
        assertThat(deltas.delta(0, 1)).isCloseTo(.7109495026, within(1e-10));
        assertThat(deltas.delta(0, 2)).isCloseTo(.6899744811, within(1e-10));
        PairDeltas byGroups = PairDeltas.of(THREE, asmr(new ReleasedDelta(null)), new double[] {1, 3});
        assertThat(byGroups.delta(0, 2)).isCloseTo(1 / (1 + Math.exp(-1 + 4 / 2.0)), within(1e-15));
    }

    @Test
    void normalisedWeightsHaveLengthOneInDelta() {
        SemanticMargin asmr = asmr(new PaperDelta(), new L2NormalisedWeights(1, 0));
        PairDeltas deltas = PairDeltas.of(THREE, asmr, new double[] {3, 4, 0, 0, 0});
        assertThat(deltas.delta(0, 1)).isCloseTo(1 / (1 + Math.exp(-1 + 1.4)), within(1e-15));
    }

    @Test
    void otherNumbersOfWeightsAreRefused() {
        assertThatThrownBy(() -> PairDeltas.of(THREE, asmr(new PaperDelta()), new double[2]))
                .hasMessage("the form has 5 weights, got 2");
    }

    /** What is drawn is what is trained: the mean square of centred cosine less delta is the regulariser's value. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theSquaresAddUpToTheRegulariser(long seed) {
        Random random = new Random(seed);
        int[] groups = {2, 3, 4};
        float[][] bits = new float[12][9];
        float[][] embeddings = new float[12][6];
        for (int i = 0; i < 12; i++) {
            for (int k = 0; k < 9; k++) {
                bits[i][k] = random.nextInt(2);
            }
            for (int k = 0; k < 6; k++) {
                embeddings[i][k] = (float) random.nextGaussian();
            }
        }
        DeltaForm form = seed % 2 == 0 ? new PaperDelta() : new ReleasedDelta(null);
        SemanticMargin asmr = asmr(form, seed < 3 ? new LearnedWeights(1, 0.25) : new L2NormalisedWeights(1, 0.25));
        double[] weights = random.doubles(form.weighsGroups() ? 3 : 9, -0.5, 2).toArray();
        Prototypes categories = new Prototypes(embeddings, bits, groups);
        PairDeltas deltas = PairDeltas.of(categories, asmr, weights);

        double[][] cosines = cosines(embeddings);
        double mean = IntStream.range(0, 12)
                        .mapToDouble(i -> Arrays.stream(cosines[i], i + 1, 12).sum())
                        .sum()
                / 66;
        double squares = 0;
        for (int i = 0; i < 12; i++) {
            for (int j = i + 1; j < 12; j++) {
                squares += Math.pow(cosines[i][j] - mean - deltas.delta(i, j), 2);
            }
        }
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray unit = UnitRows.of(manager.create(wide(embeddings)));
            double regulariser = asmr.over(manager.create(wide(bits)), List.of(2, 3, 4))
                    .value(unit, manager.create(weights))
                    .getDouble();
            assertThat(squares / 66).as("seed %d", seed).isCloseTo(regulariser, within(1e-12));
        }
    }

    @Test
    void pairsAreBinnedByDeltaWithMeanAndSampleDeviation() {
        PairCosines pairs = new PairCosines();
        pairs.add(EMBEDDINGS, PairDeltas.of(THREE, asmr(new PaperDelta()), new double[] {1, 1, 1, 1, 1}));
        // The cosines are 1/9, -.1454785935 and -.7273929675, their mean -.2539201499; the first and the last have the
        // same delta.
        List<PairCosines.DeltaBin> bins = pairs.deltaBins();
        assertThat(bins).extracting(PairCosines.DeltaBin::pairs).containsExactly(1L, 2L);
        assertThat(bins.get(0).from()).isEqualTo(0.025);
        assertThat(bins.get(0).to()).isEqualTo(0.05);
        assertThat(bins.get(0).delta()).isCloseTo(.0474258732, within(1e-10));
        assertThat(bins.get(0).cosine()).isCloseTo(-.1454785935 + .2539201499, within(1e-7));
        assertThat(bins.get(0).deviation()).isNaN();
        double low = -.7273929675 + .2539201499;
        double high = 1 / 9.0 + .2539201499;
        assertThat(bins.get(1).cosine()).isCloseTo((low + high) / 2, within(1e-7));
        assertThat(bins.get(1).deviation()).isCloseTo((high - low) / Math.sqrt(2), within(1e-7));
        assertThat(pairs.pairs()).isEqualTo(3);
        assertThat(pairs.pairs(5)).isEqualTo(1); // -0.75 to -0.70
        assertThat(pairs.pairs(17)).isEqualTo(1); // -0.15 to -0.10
        assertThat(pairs.pairs(22)).isEqualTo(1); // 0.10 to 0.15
    }

    @Test
    void equalPrototypesFallIntoTheLastBin() {
        PairCosines pairs = new PairCosines();
        pairs.add(new float[][] {{1, 0}, {3, 0}, {-2, 0}}, null);
        assertThat(pairs.pairs(PairCosines.BINS - 1)).isEqualTo(1);
        assertThat(pairs.pairs(0)).isEqualTo(2);
        assertThat(pairs.deltaBins()).isEmpty();
    }

    private static SemanticMargin asmr(DeltaForm form) {
        return asmr(form, new LearnedWeights(1, 0.25));
    }

    private static SemanticMargin asmr(DeltaForm form, MarginWeights weights) {
        return new SemanticMargin(6, form, weights, SemanticMargin.Mean.ATTACHED);
    }

    private static double[][] cosines(float[][] rows) {
        double[][] wide = wide(rows);
        return IntStream.range(0, rows.length)
                .mapToObj(i -> IntStream.range(0, rows.length)
                        .mapToDouble(j -> product(wide[i], wide[j])
                                / Math.sqrt(product(wide[i], wide[i]) * product(wide[j], wide[j])))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double product(double[] left, double[] right) {
        return IntStream.range(0, left.length)
                .mapToDouble(k -> left[k] * right[k])
                .sum();
    }

    private static double[][] wide(float[][] rows) {
        return Arrays.stream(rows)
                .map(row ->
                        IntStream.range(0, row.length).mapToDouble(k -> row[k]).toArray())
                .toArray(double[][]::new);
    }
}
