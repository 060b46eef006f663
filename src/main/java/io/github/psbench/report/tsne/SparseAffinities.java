package io.github.psbench.report.tsne;

import io.github.psbench.base.Progress;
import java.util.Arrays;

/**
 * p_ij of near points alone, row by row.
 *
 * @param starts [n + 1], where each row begins
 * @param indices the other points of each row, ascending
 * @param probabilities p_ij of each; symmetric, sum up to 1
 */
@SuppressWarnings("ArrayRecordComponent") // large, and compared nowhere
record SparseAffinities(int[] starts, int[] indices, double[] probabilities) {
    private static final int ROWS_AT_ONCE = 256;

    /** @param neighbours how many of each point, < n */
    static SparseAffinities of(Distances distances, double perplexity, int neighbours, Progress.Task task) {
        int n = distances.points();
        int[][] nearest = new int[n][neighbours];
        double[][] conditional = new double[n][neighbours];
        Bandwidth bandwidth = new Bandwidth(perplexity);
        for (int start = 0; start < n; start += ROWS_AT_ONCE) {
            int end = Math.min(n, start + ROWS_AT_ONCE);
            Rows.forEachBlock(start, end, (from, to) -> {
                double[] squared = new double[n];
                Neighbours found = new Neighbours(neighbours);
                for (int i = from; i < to; i++) {
                    distances.from(i, squared);
                    found.search(squared, i);
                    bandwidth.fit(found.distances(), conditional[i]);
                    for (int rank = 0; rank < neighbours; rank++) {
                        nearest[i][rank] = found.index(rank);
                    }
                }
            });
            task.advance(end - start);
        }
        return symmetric(nearest, conditional);
    }

    /** p_ij = (p_j|i + p_i|j) / 2n, in each row of which either is. */
    private static SparseAffinities symmetric(int[][] nearest, double[][] conditional) {
        int n = nearest.length;
        int[] sizes = new int[n];
        for (int i = 0; i < n; i++) {
            sizes[i] += nearest[i].length;
            for (int j : nearest[i]) {
                sizes[j]++;
            }
        }
        long[][] rows = new long[n][];
        double[][] halves = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = new long[sizes[i]];
            halves[i] = new double[sizes[i]];
        }
        int[] filled = new int[n];
        for (int i = 0; i < n; i++) {
            for (int rank = 0; rank < nearest[i].length; rank++) {
                int j = nearest[i][rank];
                halves[i][filled[i]] = conditional[i][rank] / (2.0 * n);
                rows[i][filled[i]] = key(j, filled[i]++);
                halves[j][filled[j]] = conditional[i][rank] / (2.0 * n);
                rows[j][filled[j]] = key(i, filled[j]++);
            }
        }
        return merged(rows, halves);
    }

    /** Sorts by the other point, and of equals by what came first. */
    private static long key(int point, int place) {
        return ((long) point << Integer.SIZE) | place;
    }

    private static SparseAffinities merged(long[][] rows, double[][] halves) {
        int[] starts = new int[rows.length + 1];
        int[] indices = new int[Arrays.stream(rows).mapToInt(row -> row.length).sum()];
        double[] probabilities = new double[indices.length];
        int size = 0;
        for (int i = 0; i < rows.length; i++) {
            Arrays.sort(rows[i]);
            for (long key : rows[i]) {
                int j = (int) (key >>> Integer.SIZE);
                if (size > starts[i] && indices[size - 1] == j) {
                    probabilities[size - 1] += halves[i][(int) key];
                } else {
                    indices[size] = j;
                    probabilities[size++] = halves[i][(int) key];
                }
            }
            starts[i + 1] = size;
        }
        return new SparseAffinities(starts, Arrays.copyOf(indices, size), Arrays.copyOf(probabilities, size));
    }

    int points() {
        return starts.length - 1;
    }
}
