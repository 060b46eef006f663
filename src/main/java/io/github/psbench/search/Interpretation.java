package io.github.psbench.search;

import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.AttributeQuery;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.search.KnownCategories.Known;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which categories are searched for where a query asks for something.
 *
 * @param basis how they were come by
 * @param categories at least one; the average of their embeddings is searched with, each counting as much as another
 * @param fitting how many known categories fit the query
 */
public record Interpretation(Basis basis, List<Asked> categories, int fitting) {
    /** How a query's categories were come by; the package's manual says it in full. */
    public enum Basis {
        /** The query names a value of each group. */
        COMPLETE,
        /** All known categories that fit. */
        AVERAGE,
        /** Of those that fit the one with the most training images. */
        FREQUENT,
        /** None that is known fits: open groups have their most frequent values. */
        FILLED;

        /** As in JSON. */
        public String inJson() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One of the categories.
     *
     * @param images how many training images have it; 0 where none has, or where that is not known
     * @param isKnown whether it is a training or query category of the trial
     */
    public record Asked(PersonCategory category, int images, boolean isKnown) {}

    public Interpretation {
        categories = List.copyOf(categories);
    }

    static Interpretation of(AttributeQuery query, OpenRule rule, KnownCategories known) {
        List<Known> fitting = known.fitting(query);
        if (isComplete(query)) {
            PersonCategory category = new PersonCategory(query.allowed().stream()
                    .map(values -> values.iterator().next())
                    .toList());
            return new Interpretation(Basis.COMPLETE, List.of(asked(category, known)), fitting.size());
        }
        if (fitting.isEmpty()) {
            return new Interpretation(Basis.FILLED, List.of(asked(filled(query, known), known)), 0);
        }
        return switch (rule) {
            case AVERAGE ->
                new Interpretation(
                        Basis.AVERAGE,
                        fitting.stream().map(Interpretation::asked).toList(),
                        fitting.size());
            case FREQUENT -> {
                Known first = fitting.get(0);
                for (Known candidate : fitting) {
                    first = candidate.images() > first.images() ? candidate : first;
                }
                yield new Interpretation(Basis.FREQUENT, List.of(asked(first)), fitting.size());
            }
        };
    }

    private static boolean isComplete(AttributeQuery query) {
        return query.allowed().stream().allMatch(values -> values.size() == 1);
    }

    private static Asked asked(Known known) {
        return new Asked(known.category(), known.images(), true);
    }

    private static Asked asked(PersonCategory category, KnownCategories known) {
        return known.find(category).map(Interpretation::asked).orElseGet(() -> new Asked(category, 0, false));
    }

    /** The most frequent values of what is not decided, given as much as possible of what is. */
    private static PersonCategory filled(AttributeQuery query, KnownCategories known) {
        int closest = known.categories().stream()
                .mapToInt(candidate -> agreement(query, candidate.category()))
                .max()
                .orElse(0);
        List<Known> like = known.categories().stream()
                .filter(candidate -> agreement(query, candidate.category()) == closest)
                .toList();
        List<Integer> values = new ArrayList<>();
        for (int g = 0; g < query.allowed().size(); g++) {
            int group = g;
            values.add(query.allowed().get(g).stream()
                    .max(Comparator.comparingLong((Integer value) -> images(like, group, value))
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow());
        }
        return new PersonCategory(values);
    }

    /** In how many of the groups of which not just any value will do. */
    private static int agreement(AttributeQuery query, PersonCategory category) {
        return (int) IntStream.range(0, query.allowed().size())
                .filter(group -> !query.isOpen(group)
                        && query.allowed().get(group).contains(category.values().get(group)))
                .count();
    }

    /** How many training images have a value; a category of which that is not known counts as one image. */
    private static long images(List<Known> categories, int group, int value) {
        return categories.stream()
                .filter(known -> known.category().values().get(group) == value)
                .mapToLong(known -> Math.max(1, known.images()))
                .sum();
    }

    /** A sentence or two on what is searched with. */
    public String inWords(AttributeQuery query) {
        AttributeSchema schema = query.schema();
        Asked first = categories.get(0);
        return leftOpen(query)
                + switch (basis) {
                    case COMPLETE ->
                        "The query decides each attribute; it is searched with the embedding of that category"
                                + (first.isKnown() ? "." : ", which is in no image of the data set.");
                    case AVERAGE ->
                        categories.size() == 1
                                ? "Searched with the embedding of the one known category that fits."
                                : "Searched with the average of the embeddings of all %d known categories that fit."
                                        .formatted(categories.size());
                    case FREQUENT ->
                        "Searched with the most frequent of %d known categories that fit (%d training images): %s."
                                .formatted(fitting, first.images(), schema.describe(first.category()));
                    case FILLED ->
                        ("No known category fits. Searched with what is asked for, and for the rest the values that are most frequent"
                                        + " among those who have most of it: %s.")
                                .formatted(schema.describe(first.category()));
                };
    }

    private static String leftOpen(AttributeQuery query) {
        List<AttributeGroup> groups = query.schema().groups();
        String open = IntStream.range(0, groups.size())
                .filter(query::isOpen)
                .mapToObj(group -> groups.get(group).name())
                .collect(Collectors.joining(", "));
        return open.isEmpty() ? "" : "Left open: " + open + ". ";
    }
}
