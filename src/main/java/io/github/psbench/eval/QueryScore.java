package io.github.psbench.eval;

/**
 * How well one query did.
 *
 * @param firstRank place of the best relevant image, from 0
 * @param averagePrecision standard, in 0..1
 * @param trapezoid trapezoidal average precision, in 0..1
 * @param ties pairs of a relevant and an irrelevant image with exactly the same score
 */
public record QueryScore(int firstRank, double averagePrecision, double trapezoid, long ties) {
    static QueryScore of(Tally tally) {
        int[] ranks = tally.ranks();
        double standard = 0;
        double trapezoid = 0;
        for (int j = 0; j < ranks.length; j++) {
            double precision = (j + 1.0) / (ranks[j] + 1.0);
            double precisionBefore = ranks[j] == 0 ? 1 : (double) j / ranks[j];
            standard += precision;
            trapezoid += (precision + precisionBefore) / 2;
        }
        return new QueryScore(ranks[0], standard / ranks.length, trapezoid / ranks.length, tally.ties());
    }
}
