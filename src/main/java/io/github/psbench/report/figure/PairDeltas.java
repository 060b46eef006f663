package io.github.psbench.report.figure;

import io.github.psbench.loss.L2NormalisedWeights;
import io.github.psbench.loss.MarginWeights;
import io.github.psbench.loss.PaperDelta;
import io.github.psbench.loss.ReleasedDelta;
import io.github.psbench.loss.SemanticMargin;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * delta of any pair of categories, in double precision (equation 5): sigmoid(1 - (sum_c v_c [i and j differ in column c]) / divisor). A column
 * is a bit in the paper's form and a group in the released one.
 */
final class PairDeltas {
    /** As in training: shorter weights are not scaled to length 1. */
    private static final double LEAST_LENGTH = 1e-12;

    private final int[][] columns;
    private final double[] weights;

    private PairDeltas(int[][] columns, double[] weights) {
        this.columns = columns;
        this.weights = weights;
    }

    /**
     * @param asmr with a delta
     * @param weights as they are stored, before they are normalised, if they are
     * @throws IllegalArgumentException if there are not as many weights as the form has columns
     */
    static PairDeltas of(Prototypes categories, SemanticMargin asmr, double[] weights) {
        int[][] columns;
        double divisor;
        if (Objects.requireNonNull(asmr.form()) instanceof ReleasedDelta released) {
            columns = groupValues(categories);
            divisor = released.divisor() == null ? categories.groups().length : released.divisor();
        } else if (asmr.form() instanceof PaperDelta) {
            columns = bits(categories);
            divisor = 1;
        } else {
            throw new IllegalArgumentException("no delta of the form " + asmr.form());
        }
        if (weights.length != columns[0].length) {
            throw new IllegalArgumentException("the form has " + columns[0].length + " weights, got " + weights.length);
        }
        double length = length(asmr.weights(), weights);
        return new PairDeltas(
                columns,
                Arrays.stream(weights).map(weight -> weight / length / divisor).toArray());
    }

    private static double length(MarginWeights kind, double[] weights) {
        if (!(kind instanceof L2NormalisedWeights)) {
            return 1;
        }
        double squares = Arrays.stream(weights).map(weight -> weight * weight).sum();
        return Math.max(LEAST_LENGTH, StrictMath.sqrt(squares));
    }

    private static int[][] bits(Prototypes categories) {
        int[][] columns = new int[categories.count()][];
        for (int i = 0; i < columns.length; i++) {
            float[] bits = categories.bits()[i];
            columns[i] = new int[bits.length];
            for (int k = 0; k < bits.length; k++) {
                columns[i][k] = bits[k] == 0 ? 0 : 1;
            }
        }
        return columns;
    }

    /** A number for each pattern that a group's bits take. */
    private static int[][] groupValues(Prototypes categories) {
        int[] groups = categories.groups();
        int[][] columns = new int[categories.count()][groups.length];
        int first = 0;
        for (int group = 0; group < groups.length; group++) {
            Map<String, Integer> seen = new HashMap<>();
            for (int i = 0; i < columns.length; i++) {
                String pattern =
                        Arrays.toString(Arrays.copyOfRange(categories.bits()[i], first, first + groups[group]));
                columns[i][group] = seen.computeIfAbsent(pattern, unseen -> seen.size());
            }
            first += groups[group];
        }
        return columns;
    }

    /** In (0, 1). */
    double delta(int i, int j) {
        int[] left = columns[i];
        int[] right = columns[j];
        double distance = 0;
        for (int column = 0; column < weights.length; column++) {
            if (left[column] != right[column]) {
                distance += weights[column];
            }
        }
        return 1 / (1 + StrictMath.exp(distance - 1));
    }
}
