package io.github.psbench.report.tsne;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The two directions in which points spread most, found by power iteration. */
final class PrincipalAxes {
    private static final int MOST_STEPS = 2_000;

    /** Of the direction, from one step to the next. */
    private static final double TOLERANCE = 1e-12;

    /** Less variance than this share of the first axis's is rounding. */
    private static final double LEAST_SHARE = 1e-20;

    private PrincipalAxes() {}

    /**
     * Coordinates on both axes, an axis after the other; zeros where there is no spread. An axis points to where its largest entry is
     * positive.
     *
     * @param points [n][d]
     * @return [2][n]
     */
    static double[][] of(double[][] points) {
        double[][] centred = centred(points);
        double[][] covariance = covariance(centred);
        double[][] coordinates = new double[2][points.length];
        double[][] axes = new double[2][];
        double variance = 0;
        for (int a = 0; a < 2; a++) {
            double[] axis = axis(covariance, a == 0 ? null : axes[0]);
            axes[a] = axis;
            double spread = dot(axis, times(covariance, axis));
            if (spread > LEAST_SHARE * variance) {
                for (int i = 0; i < points.length; i++) {
                    coordinates[a][i] = dot(centred[i], axis);
                }
            }
            variance = Math.max(variance, spread);
        }
        return coordinates;
    }

    private static double[][] centred(double[][] points) {
        int dimension = points[0].length;
        double[] mean = new double[dimension];
        for (double[] point : points) {
            for (int k = 0; k < dimension; k++) {
                mean[k] += point[k] / points.length;
            }
        }
        double[][] centred = new double[points.length][dimension];
        for (int i = 0; i < points.length; i++) {
            for (int k = 0; k < dimension; k++) {
                centred[i][k] = points[i][k] - mean[k];
            }
        }
        return centred;
    }

    private static double[][] covariance(double[][] centred) {
        int dimension = centred[0].length;
        double[][] covariance = new double[dimension][dimension];
        for (double[] point : centred) {
            for (int k = 0; k < dimension; k++) {
                double[] row = covariance[k];
                double own = point[k] / centred.length;
                for (int l = 0; l < dimension; l++) {
                    row[l] += own * point[l];
                }
            }
        }
        return covariance;
    }

    /** The direction of most variance, at a right angle to the one before. */
    private static double[] axis(double[][] covariance, double @Nullable [] before) {
        double[] axis = covariance[widest(covariance, before)].clone();
        if (!normalise(axis, before)) {
            return new double[axis.length];
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] next = times(covariance, axis);
            if (!normalise(next, before)) {
                return new double[axis.length];
            }
            double change = 0;
            for (int k = 0; k < axis.length; k++) {
                change = Math.max(change, Math.abs(next[k] - axis[k]));
            }
            axis = next;
            if (change < TOLERANCE) {
                break;
            }
        }
        return towardsLargest(axis);
    }

    /** The row to begin with: the one that is longest beside the axis before. */
    private static int widest(double[][] covariance, double @Nullable [] before) {
        int widest = 0;
        double longest = -1;
        for (int k = 0; k < covariance.length; k++) {
            double[] row = covariance[k].clone();
            if (before != null) {
                remove(row, before);
            }
            double length = dot(row, row);
            if (length > longest) {
                longest = length;
                widest = k;
            }
        }
        return widest;
    }

    private static boolean normalise(double[] axis, double @Nullable [] before) {
        if (before != null) {
            remove(axis, before);
        }
        double length = Math.sqrt(dot(axis, axis));
        if (length == 0) {
            return false;
        }
        for (int k = 0; k < axis.length; k++) {
            axis[k] /= length;
        }
        return true;
    }

    private static void remove(double[] from, double[] axis) {
        double share = dot(from, axis);
        for (int k = 0; k < from.length; k++) {
            from[k] -= share * axis[k];
        }
    }

    private static double[] towardsLargest(double[] axis) {
        double largest = 0;
        for (double entry : axis) {
            largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
        }
        double sign = largest < 0 ? -1 : 1;
        return Arrays.stream(axis).map(entry -> sign * entry).toArray();
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return Arrays.stream(matrix).mapToDouble(row -> dot(row, vector)).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
