package io.github.psbench.eval;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A gallery as one query finds it, best first: in the order that {@link Retrieval} scores, by cosine in double precision, descending, and
 * equal scores by gallery index, ascending.
 *
 * @param images [n], indices in the gallery
 * @param scores [n], the cosine of each of these images
 */
@SuppressWarnings("ArrayRecordComponent") // large, and compared nowhere
public record Ranking(int[] images, double[] scores) {
    /**
     * @param query [d]
     * @param gallery [n][d], n >= 0
     * @throws IllegalArgumentException if a row is of another length than the query, or has a value that is not finite
     */
    public static Ranking of(float[] query, float[][] gallery) {
        double[] asked = unit(query, query.length, 0);
        double[] cosines = new double[gallery.length];
        for (int image = 0; image < gallery.length; image++) {
            double[] found = unit(gallery[image], query.length, image);
            for (int k = 0; k < asked.length; k++) {
                cosines[image] += asked[k] * found[k];
            }
        }
        int[] images = IntStream.range(0, gallery.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer image) -> cosines[image])
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        return new Ranking(
                images,
                IntStream.of(images).mapToDouble(image -> cosines[image]).toArray());
    }

    private static double[] unit(float[] row, int dimension, int number) {
        if (row.length != dimension) {
            throw new IllegalArgumentException("a row must be of the query's " + dimension + ", got " + row.length);
        }
        double[] unit = new double[dimension];
        for (int k = 0; k < dimension; k++) {
            unit[k] = row[k];
        }
        UnitLength.scale(unit, number);
        return unit;
    }
}
