package io.github.psbench.report.figure;

import io.github.psbench.base.Failure;
import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.AttributeQuery;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import io.github.psbench.settings.Suggestion;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The attribute group whose values colour a map.
 *
 * @param group its index in the schema
 * @param values the indices of the values that get a colour of their own, in the schema's order
 * @param counts for each value of the group how many gallery images have it
 * @param asked whether somebody has chosen it
 */
record ColourGroup(int group, List<Integer> values, List<Integer> counts, boolean asked) {
    /** The rule by which a group is chosen. */
    static final String RULE =
            "the attribute group whose most frequent value covers the fewest gallery images, of those whose values exclude"
                    + " each other if there are any";

    /** More than can be told apart. */
    private static final int MOST_VALUES = 10;

    /** @param name the group's, in any case, with spaces or hyphens; null: by the rule */
    static ColourGroup of(PersonDataset people, @Nullable String name) {
        List<AttributeGroup> groups = people.schema().groups();
        if (name != null) {
            String wanted = AttributeQuery.asWritten(name);
            int found = IntStream.range(0, groups.size())
                    .filter(g -> AttributeQuery.asWritten(groups.get(g).name()).equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> unknown(people, name));
            return of(people, found, true);
        }
        boolean exclusive = groups.stream().anyMatch(group -> group.anyOf().isEmpty());
        return IntStream.range(0, groups.size())
                .filter(g -> !exclusive || groups.get(g).anyOf().isEmpty())
                .mapToObj(g -> of(people, g, false))
                .min(Comparator.comparingInt(candidate -> candidate.counts.stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0)))
                .orElseThrow();
    }

    private static Failure unknown(PersonDataset people, String name) {
        return Failure.usage(
                "tsne.colour: %s has no attribute group '%s'%s",
                people.name(),
                name,
                Suggestion.after(
                        AttributeQuery.asWritten(name),
                        people.schema().groups().stream()
                                .map(group -> AttributeQuery.asWritten(group.name()))
                                .toList()));
    }

    private static ColourGroup of(PersonDataset people, int group, boolean asked) {
        int[] counts = new int[people.schema().groups().get(group).values().size()];
        for (PersonImage image : people.gallery()) {
            counts[image.category().values().get(group)]++;
        }
        List<Integer> values = IntStream.range(0, counts.length)
                .filter(value -> counts[value] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(value -> -counts[value]))
                .limit(MOST_VALUES)
                .sorted()
                .toList();
        return new ColourGroup(group, values, IntStream.of(counts).boxed().toList(), asked);
    }

    /** How many images have a value without a colour of its own. */
    int others() {
        return IntStream.range(0, counts.size())
                .filter(value -> !values.contains(value))
                .map(counts::get)
                .sum();
    }
}
