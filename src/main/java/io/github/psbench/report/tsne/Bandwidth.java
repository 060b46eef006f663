package io.github.psbench.report.tsne;

/** Finds the width of the Gaussian around a point at which its neighbours have a given perplexity. */
final class Bandwidth {
    private static final int STEPS = 100;

    /** Of the entropy, in nats. */
    private static final double TOLERANCE = 1e-5;

    private final double entropy;

    Bandwidth(double perplexity) {
        entropy = StrictMath.log(perplexity);
    }

    /**
     * Turns squared distances into p_j|i, by bisection of b = 1 / (2 sigma^2). Where more points lie in the same place than the perplexity
     * asks for, all of the probability is theirs, in equal parts.
     *
     * @param squared distances of a point's neighbours, without itself
     * @param probabilities of the same length, receives p_j|i; sums up to 1
     */
    void fit(double[] squared, double[] probabilities) {
        double nearest = Double.POSITIVE_INFINITY;
        for (double distance : squared) {
            nearest = Math.min(nearest, distance);
        }
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double inverse = 1;
        for (int step = 0; step < STEPS; step++) {
            double excess = entropyAt(inverse, nearest, squared, probabilities) - entropy;
            if (Math.abs(excess) <= TOLERANCE) {
                return;
            }
            if (excess > 0) {
                low = inverse;
                inverse = high == Double.POSITIVE_INFINITY ? 2 * inverse : (inverse + high) / 2;
            } else {
                high = inverse;
                inverse = (inverse + low) / 2;
            }
        }
    }

    /** Distances count from the nearest one: else far points would all have a probability of 0 / 0. */
    private static double entropyAt(double inverse, double nearest, double[] squared, double[] probabilities) {
        double sum = 0;
        double weighted = 0;
        for (int j = 0; j < squared.length; j++) {
            double distance = squared[j] - nearest;
            double probability = StrictMath.exp(-distance * inverse);
            probabilities[j] = probability;
            sum += probability;
            weighted += distance * probability;
        }
        for (int j = 0; j < squared.length; j++) {
            probabilities[j] /= sum;
        }
        return StrictMath.log(sum) + inverse * weighted / sum;
    }
}
