package io.github.psbench.eval;

import java.util.Arrays;

/**
 * Some consecutive gallery images, turned so that a query meets them all at once: one column of values is one run of memory, which the
 * compiler turns into vector instructions. Every score is still the plain sum over k = 0, 1, ... in that order, so that it is the same
 * number wherever and in whichever block it is computed.
 */
final class GalleryBlock {
    /** Small enough for a block of 128 dimensions to stay in a core's second cache. */
    private static final int SIZE = 256;

    private final Embeddings gallery;
    private final double[][] columns;
    private final double[] unit;
    private final double[] scores = new double[SIZE];
    private int first;
    private int count;

    GalleryBlock(Embeddings gallery) {
        this.gallery = gallery;
        this.columns = new double[gallery.dimension()][SIZE];
        this.unit = new double[gallery.dimension()];
    }

    /** Moves to the next block; false if there is none. */
    boolean next() {
        first += count;
        count = Math.min(SIZE, gallery.count() - first);
        for (int image = 0; image < count; image++) {
            gallery.unitRow(first + image, unit);
            for (int k = 0; k < unit.length; k++) {
                columns[k][image] = unit[k];
            }
        }
        return count > 0;
    }

    /** Index in the gallery of the block's first image. */
    int first() {
        return first;
    }

    int count() {
        return count;
    }

    /** The cosines of a query of length 1 and the block's images; overwritten by the next call. */
    double[] scores(double[] query) {
        Arrays.fill(scores, 0);
        int k = 0;
        for (; k + 4 <= query.length; k += 4) {
            addFour(query, k);
        }
        for (; k < query.length; k++) {
            double[] column = columns[k];
            for (int image = 0; image < SIZE; image++) {
                scores[image] += query[k] * column[image];
            }
        }
        return scores;
    }

    /** Four columns at a time spare three of four loads and stores of the sums. */
    private void addFour(double[] query, int k) {
        double q0 = query[k];
        double q1 = query[k + 1];
        double q2 = query[k + 2];
        double q3 = query[k + 3];
        double[] column0 = columns[k];
        double[] column1 = columns[k + 1];
        double[] column2 = columns[k + 2];
        double[] column3 = columns[k + 3];
        double[] sums = scores;
        for (int image = 0; image < SIZE; image++) {
            sums[image] =
                    sums[image] + q0 * column0[image] + q1 * column1[image] + q2 * column2[image] + q3 * column3[image];
        }
    }
}
