package io.github.psbench.eval;

import java.util.Arrays;
import java.util.List;

/**
 * Some consecutive gallery images, turned so that a query meets them all at once: one column of values is one run of memory, which the
 * compiler turns into vector instructions. Scores are of single precision, as fast as the machine multiplies; {@link #bound} says how far
 * they are from the exact ones at most.
 */
final class GalleryBlock {
    /** Queries that a block meets at once. */
    static final int QUERIES = 4;

    /** Images of the largest block; long enough runs for loops of vector instructions to pay. */
    static final int LARGEST = 1024;

    /** So many numbers stay in a core's second cache. */
    private static final int NUMBERS = 1 << 17;

    private final Embeddings gallery;
    private final int size;
    private final float[] rows;
    private final float[][] columns;
    private final float[] scores = new float[QUERIES * LARGEST];
    private final double[][] units;
    private final boolean[] unitKnown;
    private int first;
    private int count;

    GalleryBlock(Embeddings gallery) {
        this.gallery = gallery;
        int dimension = gallery.dimension();
        this.size = size(dimension);
        this.rows = new float[size * dimension];
        this.columns = new float[even(dimension)][size];
        this.units = new double[size][];
        this.unitKnown = new boolean[size];
    }

    /** How many blocks a gallery has. */
    static int blocks(Embeddings gallery) {
        int size = size(gallery.dimension());
        return (int) (((long) gallery.count() + size - 1) / size);
    }

    private static int size(int dimension) {
        return Math.max(64, Math.min(LARGEST, NUMBERS / dimension / 64 * 64));
    }

    private static int even(int dimension) {
        return dimension + dimension % 2;
    }

    /**
     * How far a score of single precision is from the exact one at most, for rows of a dimension d.
     *
     * <p>With u = 2^-24, each value of a row is x (1 + e) with |e| <= u where x is that of double precision, so before any addition a score is
     * off by at most 2u + u^2, as |x| |y| <= 1 for rows of length 1. The sum of d products, in any order, is off by at most d u / (1 - d u)
     * times the sum of their absolute values, which is at most (1 + u)^2. For d u <= 0.005 both together are less than 1.006 d u + 2.1 u.
     * What is lost in double precision (some d 2^-53) and by numbers too small for single precision (some d 2^-149) is far less than the
     * rest of what is given here. Rows too long for that have no score that is sure.
     */
    static double bound(int dimension) {
        double roundings = (dimension + 3) * 0x1p-24;
        return roundings <= 0.005 ? 1.01 * roundings : 4;
    }

    /** Some queries, at most four, of length 1, as a block takes them. */
    static float[] together(List<double[]> queries) {
        int dimension = even(queries.get(0).length);
        float[] together = new float[QUERIES * dimension];
        for (int query = 0; query < queries.size(); query++) {
            double[] unit = queries.get(query);
            for (int k = 0; k < unit.length; k++) {
                together[query * dimension + k] = (float) unit[k];
            }
        }
        return together;
    }

    /** @throws NotFinite naming the first row of the block that has a value that is not finite */
    void moveTo(int block) {
        first = block * size;
        count = Math.min(size, gallery.count() - first);
        gallery.rows().readRounded(first, count, rows);
        Arrays.fill(unitKnown, false);
        int dimension = gallery.dimension();
        // A few images at a time, so that they and the places that they go to are in the first cache together.
        for (int from = 0; from < count; from += 16) {
            int to = Math.min(count, from + 16);
            for (int k = 0; k < dimension; k++) {
                float[] column = columns[k];
                for (int image = from; image < to; image++) {
                    column[image] = rows[image * dimension + k];
                }
            }
        }
    }

    /** Index in the gallery of the block's first image. */
    int first() {
        return first;
    }

    int count() {
        return count;
    }

    /** The exact cosine of a query of length 1 and one of the block's images: the plain sum over k = 0, 1, ... in that order. */
    double score(double[] query, int image) {
        if (!unitKnown[image]) {
            units[image] = gallery.unit(first + image);
            unitKnown[image] = true;
        }
        return cosine(query, units[image]);
    }

    static double cosine(double[] query, double[] image) {
        double score = 0;
        for (int k = 0; k < query.length; k++) {
            score += query[k] * image[k];
        }
        return score;
    }

    /**
     * The cosines of four queries and the block's images, in single precision.
     *
     * @param queries see together
     * @return those of query q begin at {@link #start}; overwritten by the next call
     */
    float[] scores(float[] queries) {
        Arrays.fill(scores, 0);
        int dimension = columns.length;
        for (int k = 0; k < dimension; k += 2) {
            add(queries, k, dimension, columns[k], columns[k + 1], scores, count);
        }
        return scores;
    }

    static int start(int query) {
        return query * LARGEST;
    }

    /**
     * Adds two columns to the scores of four queries: with that, a number that is loaded or stored takes part in more than one multiplication. More
     * of either, and the compiler no longer makes vector instructions of it; nor does it for scores in more than one array.
     */
    private static void add(
            float[] queries, int k, int dimension, float[] column0, float[] column1, float[] scores, int count) {
        float a0 = queries[k];
        float a1 = queries[k + 1];
        float b0 = queries[dimension + k];
        float b1 = queries[dimension + k + 1];
        float c0 = queries[2 * dimension + k];
        float c1 = queries[2 * dimension + k + 1];
        float d0 = queries[3 * dimension + k];
        float d1 = queries[3 * dimension + k + 1];
        // Without the constant the compiler fears that i + 3 * LARGEST might overflow.
        int end = Math.min(count, LARGEST);
        for (int i = 0; i < end; i++) {
            scores[i] = scores[i] + a0 * column0[i] + a1 * column1[i];
            scores[i + LARGEST] = scores[i + LARGEST] + b0 * column0[i] + b1 * column1[i];
            scores[i + 2 * LARGEST] = scores[i + 2 * LARGEST] + c0 * column0[i] + c1 * column1[i];
            scores[i + 3 * LARGEST] = scores[i + 3 * LARGEST] + d0 * column0[i] + d1 * column1[i];
        }
    }
}
