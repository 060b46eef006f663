package io.github.psbench.report.tsne;

import java.util.Random;

/** Points for tests. */
final class SomePoints {
    private SomePoints() {}

    /** Clusters around centres that are as far apart as they are wide. */
    static double[][] clusters(int points, int dimension, int clusters, long seed) {
        Random random = new Random(seed);
        double[][] centres = gaussian(clusters, dimension, random);
        double[][] made = gaussian(points, dimension, random);
        for (int i = 0; i < points; i++) {
            for (int k = 0; k < dimension; k++) {
                made[i][k] = 0.3 * made[i][k] + 1.2 * centres[i % clusters][k];
            }
        }
        return made;
    }

    private static double[][] gaussian(int points, int dimension, Random random) {
        double[][] made = new double[points][dimension];
        for (double[] point : made) {
            for (int k = 0; k < dimension; k++) {
                point[k] = random.nextGaussian();
            }
        }
        return made;
    }

    /** Fixed numbers that other programs can make as well. */
    static double[][] counted(int points) {
        double[][] made = new double[points][6];
        for (int i = 0; i < points; i++) {
            for (int k = 0; k < 6; k++) {
                made[i][k] = (i * 7919 + k * 104729 + i * i * k * 13) % 1009 / 100.0;
            }
        }
        return made;
    }

    static double[][] countedMap(int points) {
        double[][] made = new double[points][2];
        for (int i = 0; i < points; i++) {
            for (int a = 0; a < 2; a++) {
                made[i][a] = (i * 31 + a * 17 + i * i * (a + 1)) % 101 / 25.0;
            }
        }
        return made;
    }

    static double[] flat(double[][] map) {
        double[] positions = new double[2 * map.length];
        for (int i = 0; i < map.length; i++) {
            positions[2 * i] = map[i][0];
            positions[2 * i + 1] = map[i][1];
        }
        return positions;
    }
}
