package io.github.psbench.eval;

import org.jspecify.annotations.Nullable;

/**
 * Scores of a search, and of its queries apart: those of categories that training has seen, and of those that it has not.
 *
 * @param all over all queries
 * @param seen null if no query is of a seen category, or none that is has a match
 * @param unseen likewise
 */
public record SplitScores(
        RetrievalScores all,
        @Nullable RetrievalScores seen,
        @Nullable RetrievalScores unseen) {}
