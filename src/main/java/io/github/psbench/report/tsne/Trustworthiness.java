package io.github.psbench.report.tsne;

import static io.github.psbench.base.InvalidSetting.require;

/**
 * How far neighbours on a map are neighbours in truth (Venna and Kaski, ICANN 2001): 1 - 2 / (n k (2n - 3k - 1)) times the sum, over all
 * points i and those of their k neighbours on the map that are not among their k neighbours in truth, of r(i, j) - k, where r(i, j) is j's
 * rank among the true neighbours of i.
 */
public final class Trustworthiness {
    private Trustworthiness() {}

    /**
     * The trustworthiness of a map; equally distant points count in their order.
     *
     * @param points [n][d], as they were mapped
     * @param positions [n][2], the map
     * @param neighbours k, in 1..(n - 1) / 2
     * @return 0..1, more is better
     */
    public static double of(double[][] points, double[][] positions, int neighbours) {
        int n = points.length;
        require(
                neighbours >= 1 && 2 * neighbours < n,
                "neighbours",
                "must be >= 1 and less than half of " + n + " points",
                neighbours);
        Distances truth = new Distances(points);
        Distances map = new Distances(positions);
        double[] excess = new double[n];
        Rows.forEachBlock(n, (from, to) -> {
            double[] squared = new double[n];
            Neighbours found = new Neighbours(neighbours);
            for (int i = from; i < to; i++) {
                map.from(i, squared);
                found.search(squared, i);
                truth.from(i, squared);
                for (int k = 0; k < neighbours; k++) {
                    excess[i] += Math.max(0, rank(squared, i, found.index(k)) - neighbours);
                }
            }
        });
        return 1 - Rows.sum(excess) * 2 / ((double) n * neighbours * (2.0 * n - 3.0 * neighbours - 1));
    }

    /** From 1 for the nearest. */
    private static int rank(double[] squared, int self, int other) {
        int rank = 1;
        for (int j = 0; j < squared.length; j++) {
            if (j != self && (squared[j] < squared[other] || (squared[j] == squared[other] && j < other))) {
                rank++;
            }
        }
        return rank;
    }
}
