package io.github.psbench.report.tsne;

import java.util.Arrays;

/** Squared Euclidean distances between points. */
final class Distances {
    /** Points whose distances are worked on together: they stay in the processor's nearest memory. */
    private static final int STRIP = 1024;

    /** [d][n]: the sums over d then have no order that the processor has to wait for. */
    private final double[][] coordinates;

    private final int points;

    /** @param points [n][d] */
    Distances(double[][] points) {
        this.points = points.length;
        int dimension = points.length == 0 ? 0 : points[0].length;
        coordinates = new double[dimension][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int k = 0; k < dimension; k++) {
                coordinates[k][i] = points[i][k];
            }
        }
    }

    int points() {
        return points;
    }

    /** @param squared [n], receives the squared distances of all points from point i; that of i itself is 0 */
    void from(int i, double[] squared) {
        Arrays.fill(squared, 0);
        for (int start = 0; start < points; start += STRIP) {
            int end = Math.min(points, start + STRIP);
            for (double[] coordinate : coordinates) {
                double own = coordinate[i];
                for (int j = start; j < end; j++) {
                    double difference = coordinate[j] - own;
                    squared[j] += difference * difference;
                }
            }
        }
    }
}
