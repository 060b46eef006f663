package io.github.psbench.eval;

/**
 * How well a gallery was searched. All scores are in percent.
 *
 * @param queries how many were scored
 * @param queriesWithoutMatch how many were left out because nothing in the gallery has their label
 * @param rank1 share of queries with a relevant image among the first 1
 * @param rank5 likewise 5
 * @param rank10 likewise 10
 * @param map mean of the standard average precision
 * @param mapTrapezoid mean of the trapezoidal average precision of the released code, never above the standard one
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
        long ties) {}
