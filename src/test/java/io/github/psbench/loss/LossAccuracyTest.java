package io.github.psbench.loss;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.base.WholeFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How far the losses are from reference vectors, from their equations in plain Java, and from finite differences. An error is relative to
 * what is expected, or to 1 where that is less; of a gradient, relative to its largest component. The worst ones are written to
 * target/loss-accuracy.md.
 */
final class LossAccuracyTest {
    private static final int IMAGES = 8;
    private static final int PROTOTYPES = 5;
    private static final List<String> CHECKS = List.of("vectors", "equation", "differences", "float32");
    private static final Map<String, Map<String, Double>> WORST = new TreeMap<>();

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @AfterAll
    static void writeTheWorstErrors() {
        StringBuilder table =
                new StringBuilder("| loss | " + String.join(" | ", CHECKS) + " |\n|---|---|---|---|---|\n");
        WORST.forEach((loss, errors) -> {
            table.append("| ").append(loss);
            for (String check : CHECKS) {
                table.append(" | ")
                        .append(errors.containsKey(check) ? String.format(Locale.ROOT, "%.1e", errors.get(check)) : "");
            }
            table.append(" |\n");
        });
        WholeFile.write(Path.of("target", "loss-accuracy.md"), table.toString());
    }

    /** S stands for the scale. */
    static Stream<String> losses() {
        return Stream.of(
                "{name: ma, scale: S}",
                "{name: ma, scale: S, margin: 1.2}",
                "{name: softmax, scale: S}",
                "{name: proxy-anchor, alpha: S}",
                "{name: proxy-nca, scale: S}",
                "{name: proxy-nca, scale: S, positive-in-denominator: true}",
                "{name: cosface, scale: S}",
                "{name: sphereface, scale: S}",
                "{name: sphereface, scale: S, annealing: none}",
                "{name: sphereface, scale: S, margin: 1, annealing: none}",
                "{name: sphereface, scale: S, margin: 7, annealing: none}");
    }

    /** Worked out apart from this code, with 40 digits. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: ma, scale: 12, margin: 0.2}                          | 0.0090113215385168",
                "{name: ma, scale: 32, margin: 0.1}                          | 1.6583652936047e-6",
                "{name: ma, scale: 12, margin: 0}                            | 0.0024634253538889",
                "{name: softmax, scale: 12}                                  | 0.0024634253538889",
                "{name: cosface, scale: 12, margin: 0.35}                    | 0.1432286265992",
                "{name: sphereface, scale: 12, annealing: none}              | 6.6367612909873",
                "{name: sphereface, scale: 12, annealing: {start: 5}}        | 0.027212772909838",
                "{name: proxy-anchor, alpha: 32, delta: 0.1}                 | 8.4259750175448",
                "{name: proxy-nca, scale: 1, positive-in-denominator: true}  | 0.31687165933971",
                "{name: proxy-nca, scale: 1}                                 | -1.0074476484861",
                "{name: proxy-nca, scale: 32}                                | -38.519288182902",
            })
    void givesTheReferenceVectors(String yaml, double expected) {
        NDArray images = manager.create(new double[] {1, 2, 2, .5, -1, .25}, new Shape(2, 3));
        NDArray prototypes = manager.create(new double[] {2, 1, 2, -1, .5, 1, 1, -2, -.5}, new Shape(3, 3));
        Loss loss = new Loss(PermittedLosses.of(yaml), null);

        double value = loss.value(images, manager.create(new long[] {0, 2}), prototypes, null, null, 0)
                .total()
                .getDouble();

        double error = Math.abs(value / expected - 1);
        assertThat(error).as("%s gives %s", yaml, value).isLessThan(1e-9);
        record(loss.alignment(), "vectors", error);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void isItsEquationAndHasItsDerivative(String yaml) {
        for (Case random : cases(yaml, 64, false, 6)) {
            assertNear(random, DataType.FLOAT64, 1e-12, "equation");
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void isItsEquationAlsoInFloat32AtExtremesAndBorders(String yaml) {
        for (double scale : new double[] {1, 12, 32, 64, 128, 256}) {
            for (Case extreme : cases(yaml, scale, true, 3)) {
                assertNear(extreme, DataType.FLOAT32, 2e-5, "float32");
            }
        }
    }

    /** Where a loss has a border, its derivative is that of one of the sides. */
    @ParameterizedTest
    @MethodSource("losses")
    void hasTheGradientOfFiniteDifferences(String yaml) {
        for (Case random : cases(yaml, 12, false, 2)) {
            NDArray point = manager.create(random.cosines);
            NDArray labels = manager.create(random.classes());
            Function<NDArray, NDArray> function = moved -> random.loss.value(moved, labels, random.step);
            double[] gradient = Differentiation.gradient(point, function).toDoubleArray();
            double[][] differences = Differentiation.differences(point, 1e-6, function);
            double worst = 0;
            for (int c = 0; c < gradient.length; c++) {
                double found = gradient[c];
                worst = Math.max(
                        worst,
                        Arrays.stream(differences[c])
                                .map(difference -> Math.abs(difference - found))
                                .min()
                                .orElseThrow());
            }
            double error = worst / Math.max(1, largest(gradient));
            assertThat(error).as("%s", random).isLessThan(1e-7);
            record(random.loss, "differences", error);
        }
    }

    private void assertNear(Case drawn, DataType type, double bound, String check) {
        NDArray point = manager.create(drawn.cosines).toType(type, false);
        NDArray labels = manager.create(drawn.classes());
        PlainLoss plain = PlainLoss.of(drawn.loss, drawn.step, type == DataType.FLOAT32);
        double expected = plain.value(drawn.cosines, drawn.labels);
        double[] expectedGradient = Arrays.stream(plain.gradient(drawn.cosines, drawn.labels))
                .flatMapToDouble(Arrays::stream)
                .toArray();

        double value = drawn.loss
                .value(point, labels, drawn.step)
                .toType(DataType.FLOAT64, false)
                .getDouble();
        double[] gradient = Differentiation.gradient(point, moved -> drawn.loss.value(moved, labels, drawn.step))
                .toType(DataType.FLOAT64, false)
                .toDoubleArray();

        double[] apart = new double[gradient.length];
        Arrays.setAll(apart, c -> gradient[c] - expectedGradient[c]);
        double error = Math.max(
                Math.abs(value - expected) / Math.max(1, Math.abs(expected)),
                largest(apart) / Math.max(1, largest(expectedGradient)));
        // Not a number is not less than any bound.
        assertThat(error).as("%s", drawn).isLessThan(bound);
        record(drawn.loss, check, error);
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    private static void record(AlignmentLoss loss, String check, double error) {
        WORST.computeIfAbsent(loss.getClass().getSimpleName(), unseen -> new TreeMap<>())
                .merge(check, error, Math::max);
    }

    /** A batch drawn at random: half of the cosines, or more of the targets, are those at which something might go wrong. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    private record Case(AlignmentLoss loss, long step, long seed, double[][] cosines, int[] labels) {
        long[] classes() {
            return Arrays.stream(labels).asLongStream().toArray();
        }

        @Override
        public String toString() {
            return loss + ", step " + step + ", seed " + seed;
        }
    }

    private static List<Case> cases(String yaml, double scale, boolean single, int count) {
        AlignmentLoss loss = PermittedLosses.of(yaml.replace("S", Double.toString(scale)));
        double[] special = special(loss, single);
        List<Case> cases = new ArrayList<>();
        for (long seed = 1; seed <= count; seed++) {
            Random random = new Random(seed);
            double[][] cosines = new double[IMAGES][PROTOTYPES];
            int[] labels = new int[IMAGES];
            for (int i = 0; i < IMAGES; i++) {
                labels[i] = random.nextInt(PROTOTYPES);
                for (int k = 0; k < PROTOTYPES; k++) {
                    boolean drawn = random.nextInt(k == labels[i] ? 4 : 2) == 0;
                    double cosine = 2 * random.nextDouble() - 1;
                    cosines[i][k] = !drawn ? special[random.nextInt(special.length)] : single ? (float) cosine : cosine;
                }
            }
            cases.add(new Case(loss, 500 * (seed - 1), seed, cosines, labels));
        }
        return cases;
    }

    /** Perfect, opposite, orthogonal, and both sides of every border. */
    private static double[] special(AlignmentLoss loss, boolean single) {
        List<Double> special = new ArrayList<>(List.of(1.0, -1.0, 0.0));
        List<Double> borders = new ArrayList<>();
        if (loss instanceof MarginAlignment ma) {
            borders.add(-Math.cos(ma.margin()));
        } else if (loss instanceof SphereFace sphere) {
            for (int k = 1; k < sphere.margin(); k++) {
                borders.add(Math.cos(k * Math.PI / sphere.margin()));
            }
        }
        for (double border : borders) {
            if (single) {
                float rounded = (float) border;
                special.addAll(
                        List.of((double) rounded, (double) Math.nextUp(rounded), (double) Math.nextDown(rounded)));
            } else {
                special.addAll(List.of(border, border + 1e-9, border - 1e-9));
            }
        }
        return special.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
