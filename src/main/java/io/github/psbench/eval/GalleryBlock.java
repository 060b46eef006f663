package io.github.psbench.eval;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    private final float[][] columns;
    private final float[] scores = new float[QUERIES * LARGEST];

    /** Of those images that have been asked for exactly. */
    private final Map<Integer, double[]> units = new HashMap<>();

    private int first;
    private int count;

    GalleryBlock(Embeddings gallery) {
        this.gallery = gallery;
        int dimension = gallery.dimension();
        this.size = size(dimension);
        this.columns = new float[even(dimension)][size];
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
     * How far a score of single precision is from the exact one at most, for rows of a dimension d; at most 0.004.
     *
     * <p>With u = 2^-24, each value of a row is x (1 + e) with |e| <= u where x is that of double precision, so before any addition a score is
     * off by at most 2u + u^2, as |x| |y| <= 1 for rows of length 1. The sum of d products, in any order, is off by at most d u / (1 - d u)
     * times the sum of their absolute values, which is at most (1 + u)^2. As d u is at most 2^-8, both together are less than 1.004 d u +
     * 2.1 u. What is lost in double precision (some d 2^-53) and by numbers too small for single precision (some d 2^-149) is far less than
     * the rest of what is given here.
     */
    static double bound(int dimension) {
        return 1.01 * (dimension + 3) * 0x1p-24;
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

    /** As long as the rows of a block. */
    static float[] staging(Embeddings gallery) {
        return new float[size(gallery.dimension()) * gallery.dimension()];
    }

    /**
     * @param staging overwritten
     * @throws NotFinite naming the first row of the block that has a value that is not finite
     */
    void moveTo(int block, float[] staging) {
        first = block * size;
        count = Math.min(size, gallery.count() - first);
        gallery.rows().readRounded(first, count, staging);
        units.clear();
        int dimension = gallery.dimension();
        // A few images at a time, so that they and the places that they go to are in the first cache together.
        for (int from = 0; from < count; from += 16) {
            int to = Math.min(count, from + 16);
            for (int k = 0; k < dimension; k++) {
                float[] column = columns[k];
                for (int image = from; image < to; image++) {
                    column[image] = staging[image * dimension + k];
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
        return cosine(query, units.computeIfAbsent(image, i -> gallery.unit(first + i)));
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
