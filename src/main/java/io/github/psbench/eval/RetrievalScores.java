package io.github.psbench.eval;

/**
 * How well a gallery was searched. All scores are in percent, 0..100, over the queries that were scored.
 *
 * @param queries how many were scored, >= 1
 * @param queriesWithoutMatch how many were left out because nothing in the gallery has their label
 * @param gallery how many images it has
 * @param rank1 share of queries with a relevant image among the first 1
 * @param rank5 likewise 5
 * @param rank10 likewise 10
 * @param map mean of the standard average precision: the mean over the relevant images j = 1..n, at the ranks r_j from 1, of j / r_j
 * @param mapTrapezoid mean of the trapezoidal average precision of the released code, never above the standard one: the mean of
 *     (j / r_j + (j - 1) / (r_j - 1)) / 2, with 1 for the second term where r_j = 1
 * @param ties pairs of a relevant and an irrelevant image with exactly the same score, over all queries
 */
public record RetrievalScores(
        int queries,
        int queriesWithoutMatch,
        int gallery,
        double rank1,
        double rank5,
        double rank10,
        double map,
        double mapTrapezoid,
        long ties) {
    /** Sums of many shares may end a few roundings above their whole. */
    private static final double WHOLE = 100 + 1e-6;

    public RetrievalScores {
        for (double score : new double[] {rank1, rank5, rank10, map, mapTrapezoid}) {
            if (!(score >= 0 && score <= WHOLE)) {
                throw new IllegalArgumentException("a score must be in 0..100 percent, got " + score);
            }
        }
    }
}
