package io.github.psbench.report.tsne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.psbench.base.Progress;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ObjectiveTest {
    private static final Progress.Task NOBODY = Progress.SILENT.begin("", 1);

    private static ExactObjective exact(double[][] points, double perplexity) {
        return ExactObjective.of(new Distances(points), perplexity, NOBODY);
    }

    private static BarnesHutObjective barnesHut(double[][] points, double perplexity, int neighbours, double theta) {
        return new BarnesHutObjective(
                SparseAffinities.of(new Distances(points), perplexity, neighbours, NOBODY), theta);
    }

    /**
     * The numbers are those of scikit-learn 1.9.1 for these points and positions: {@code _joint_probabilities} with perplexity 7, and
     * {@code _kl_divergence}. It holds distances as float32.
     */
    @Test
    void probabilitiesDivergenceAndGradientAreThoseOfScikitLearn() {
        ExactObjective objective = exact(SomePoints.counted(40), 7);
        assertThat(objective.probability(0, 1)).isCloseTo(0.00034597336221800734, within(1e-8));
        assertThat(objective.probability(17, 3)).isCloseTo(4.544516665167802e-05, within(1e-8));
        double[] positions = SomePoints.flat(SomePoints.countedMap(40));
        assertThat(objective.divergence(positions)).isCloseTo(1.946582574315898, within(1e-5));
        double[] gradient = new double[80];
        objective.gradient(positions, 1, gradient);
        assertThat(gradient[0]).isCloseTo(0.009745236510234095, within(1e-6));
        assertThat(gradient[1]).isCloseTo(0.006608100815478139, within(1e-6));
        assertThat(gradient[79]).isCloseTo(-0.018725845713445464, within(1e-6));
    }

    @Test
    void theGradientIsThatOfTheDivergence() {
        Random random = new Random(3);
        double[][] points = SomePoints.clusters(25, 4, 3, 3);
        ExactObjective objective = exact(points, 5);
        double[] positions = random.doubles(50, -2, 2).toArray();
        double[] gradient = new double[50];
        objective.gradient(positions, 1, gradient);
        double step = 1e-5;
        for (int c = 0; c < positions.length; c++) {
            double at = positions[c];
            positions[c] = at + step;
            double above = objective.divergence(positions);
            positions[c] = at - step;
            double below = objective.divergence(positions);
            positions[c] = at;
            assertThat(gradient[c])
                    .as("coordinate %d, seed 3", c)
                    .isCloseTo((above - below) / (2 * step), within(1e-9));
        }
    }

    @Test
    void everyPointHasThePerplexityThatWasAskedFor() {
        double[][] points = SomePoints.clusters(200, 8, 5, 11);
        points[7] = points[3].clone();
        points[8][0] = 1e3; // far from all others
        Distances distances = new Distances(points);
        double[] squared = new double[200];
        double[] fitted = new double[199];
        for (int i = 0; i < 200; i++) {
            int self = i;
            distances.from(i, squared);
            double[] all = squared.clone();
            double[] others = IntStream.range(0, 200)
                    .filter(j -> j != self)
                    .mapToDouble(j -> all[j])
                    .toArray();
            new Bandwidth(30).fit(others, fitted);
            double entropy = 0;
            double sum = 0;
            for (double probability : fitted) {
                sum += probability;
                entropy -= probability > 0 ? probability * StrictMath.log(probability) : 0;
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
            assertThat(StrictMath.exp(entropy)).as("point %d, seed 11", i).isCloseTo(30, within(1e-3));
        }
    }

    @Test
    void withAllNeighboursAndWithoutSquaresBarnesHutIsExact() {
        double[][] points = SomePoints.clusters(150, 5, 4, 5);
        points[20] = points[4].clone();
        double[] positions = new Random(5).doubles(300, -10, 10).toArray();
        positions[40] = positions[8];
        positions[41] = positions[9];
        positions[100] = positions[8] + 1e-300; // no square tells them apart
        positions[101] = positions[9];
        compare(exact(points, 10), barnesHut(points, 10, 149, 0), positions, within(1e-12));
    }

    /** 3 x perplexity neighbours and theta 0.5 leave out less than three percent of the gradient. */
    @Test
    void withFewerNeighboursAndSquaresItIsClose() {
        double[][] points = SomePoints.clusters(800, 10, 8, 6);
        double[] positions = new Random(6).doubles(1600, -20, 20).toArray();
        double[] expected = new double[1600];
        double[] found = new double[1600];
        exact(points, 20).gradient(positions, 12, expected);
        barnesHut(points, 20, 61, 0.5).gradient(positions, 12, found);
        double[] differences = new double[1600];
        for (int c = 0; c < 1600; c++) {
            differences[c] = found[c] - expected[c];
        }
        assertThat(length(differences) / length(expected)).as("seed 6").isLessThan(0.03);
    }

    private static double length(double[] vector) {
        double sum = 0;
        for (double entry : vector) {
            sum += entry * entry;
        }
        return Math.sqrt(sum);
    }

    private static void compare(Objective exact, Objective other, double[] positions, Offset<Double> tolerance) {
        double[] expected = new double[positions.length];
        double[] found = new double[positions.length];
        exact.gradient(positions, 12, expected);
        other.gradient(positions, 12, found);
        for (int c = 0; c < positions.length; c++) {
            assertThat(found[c]).as("coordinate %d", c).isCloseTo(expected[c], tolerance);
        }
        assertThat(other.divergence(positions)).isCloseTo(exact.divergence(positions), within(1e-9));
    }
}
