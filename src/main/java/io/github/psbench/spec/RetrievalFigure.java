package io.github.psbench.spec;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;
import java.util.List;

/**
 * What the figure {@link Figure#RETRIEVAL} shows of a search.
 *
 * @param queries how many queries are drawn, in 1..50
 * @param top how many images are shown of each, in the order of their scores, in 1..20
 * @param seed another seed draws other queries, >= 0
 * @param from which queries are drawn from
 * @param query these instead of drawn ones, at most 50, such as "gender=female, hat=yes"; what a query leaves open may be anything
 */
public record RetrievalFigure(
        @Default("4") int queries,
        @Default("10") int top,
        @Default("1") long seed,
        @Default("all") From from,
        @Default("[]") List<String> query) {
    /** Which queries. */
    public enum From {
        ALL,
        /** Those whose category some training image has. */
        SEEN,
        /** The others. */
        UNSEEN
    }

    /** What is shown where a file does not say. */
    public static final RetrievalFigure USUAL = new RetrievalFigure(4, 10, 1, From.ALL, List.of());

    /** More would make one picture of tens of thousands of pixels. */
    private static final int MOST_QUERIES = 50;

    private static final int MOST_IMAGES = 20;

    public RetrievalFigure {
        query = List.copyOf(query);
        require(queries >= 1 && queries <= MOST_QUERIES, "queries", "must be in 1.." + MOST_QUERIES, queries);
        require(query.size() <= MOST_QUERIES, "query", "must be at most " + MOST_QUERIES, query.size());
        require(top >= 1 && top <= MOST_IMAGES, "top", "must be in 1.." + MOST_IMAGES, top);
        require(seed >= 0, "seed", "must be >= 0", seed);
    }

    /** The same figure with these queries. */
    public RetrievalFigure ofQueries(List<String> chosen) {
        return new RetrievalFigure(queries, top, seed, from, chosen);
    }
}
