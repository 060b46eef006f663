package io.github.psbench.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cosines of all pairs of prototypes, counted in bins: by the cosine itself, and by delta where there is one. Several trials may be
 * counted together.
 */
final class PairCosines {
    /** Bins over the range of cosines, -1 to 1, and likewise over that of delta, 0 to 1. */
    static final int BINS = 40;

    private final long[] byCosine = new long[BINS];
    private final long[] byDelta = new long[BINS];
    private final double[] deltas = new double[BINS];
    private final double[] centred = new double[BINS];
    private final double[] squares = new double[BINS];

    /**
     * The pairs of one delta bin.
     *
     * @param from the lower end of the bin
     * @param delta the mean delta of its pairs
     * @param cosine the mean of their cosines less the mean cosine of all pairs
     * @param deviation the sample standard deviation of those; NaN for one pair
     */
    record DeltaBin(double from, double to, long pairs, double delta, double cosine, double deviation) {}

    /** @param deltas of the same categories; null: none */
    void add(float[][] prototypes, @Nullable PairDeltas deltas) {
        double[][] unit = unitRows(prototypes);
        double mean = meanCosine(unit);
        for (int i = 0; i < unit.length; i++) {
            for (int j = i + 1; j < unit.length; j++) {
                double cosine = product(unit[i], unit[j]);
                byCosine[bin((cosine + 1) / 2)]++;
                if (deltas != null) {
                    addDelta(deltas.delta(i, j), cosine - mean);
                }
            }
        }
    }

    void add(PairCosines other) {
        for (int bin = 0; bin < BINS; bin++) {
            byCosine[bin] += other.byCosine[bin];
            byDelta[bin] += other.byDelta[bin];
            deltas[bin] += other.deltas[bin];
            centred[bin] += other.centred[bin];
            squares[bin] += other.squares[bin];
        }
    }

    private void addDelta(double delta, double difference) {
        int bin = bin(delta);
        byDelta[bin]++;
        deltas[bin] += delta;
        centred[bin] += difference;
        squares[bin] += difference * difference;
    }

    private static int bin(double share) {
        return (int) Math.max(0, Math.min(BINS - 1, share * BINS));
    }

    private static double[][] unitRows(float[][] rows) {
        double[][] unit = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] row = new double[rows[i].length];
            for (int k = 0; k < row.length; k++) {
                row[k] = rows[i][k];
            }
            double length = StrictMath.sqrt(product(row, row));
            for (int k = 0; k < row.length && length > 0; k++) {
                row[k] /= length;
            }
            unit[i] = row;
        }
        return unit;
    }

    /** Over the pairs: the square of the sum is what all ordered pairs and the rows with themselves add up to. */
    private static double meanCosine(double[][] rows) {
        double[] sum = new double[rows[0].length];
        double own = 0;
        for (double[] row : rows) {
            own += product(row, row);
            for (int k = 0; k < sum.length; k++) {
                sum[k] += row[k];
            }
        }
        return (product(sum, sum) - own) / ((double) rows.length * (rows.length - 1));
    }

    private static double product(double[] left, double[] right) {
        double sum = 0;
        for (int k = 0; k < left.length; k++) {
            sum += left[k] * right[k];
        }
        return sum;
    }

    /** Pairs whose cosine is from -1 + 2 bin / {@link #BINS} up to the next bin. */
    long pairs(int bin) {
        return byCosine[bin];
    }

    long pairs() {
        long pairs = 0;
        for (long count : byCosine) {
            pairs += count;
        }
        return pairs;
    }

    /** Those with pairs, by rising delta; none where no delta was given. */
    List<DeltaBin> deltaBins() {
        List<DeltaBin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            long pairs = byDelta[bin];
            if (pairs > 0) {
                double mean = centred[bin] / pairs;
                double variance = Math.max(0, squares[bin] - pairs * mean * mean) / (pairs - 1);
                bins.add(new DeltaBin(
                        (double) bin / BINS,
                        (bin + 1.0) / BINS,
                        pairs,
                        deltas[bin] / pairs,
                        mean,
                        pairs == 1 ? Double.NaN : StrictMath.sqrt(variance)));
            }
        }
        return bins;
    }
}
