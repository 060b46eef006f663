package io.github.psbench.search;

import io.github.psbench.data.AttributeQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query has found.
 *
 * @param text as the user wrote it
 * @param meaning what was searched with
 * @param relevant how many of all searched images fit the query; null where they are not annotated
 * @param found best first
 */
public record SearchResult(
        AttributeQuery query,
        String text,
        Interpretation meaning,
        @Nullable Integer relevant,
        List<Found> found) {
    /**
     * An image in its place.
     *
     * @param rank from 1
     * @param score the cosine of query and image
     * @param isRelevant whether it fits the query; null where it is not annotated
     */
    public record Found(
            int rank,
            double score,
            SearchedImage image,
            @Nullable Boolean isRelevant) {}

    public SearchResult {
        found = List.copyOf(found);
    }

    /** How many of the images found fit the query; null where they are not annotated. */
    public @Nullable Long relevantFound() {
        return relevant == null
                ? null
                : found.stream()
                        .filter(each -> Boolean.TRUE.equals(each.isRelevant()))
                        .count();
    }
}
