package io.github.psbench.search;

import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.AttributeQuery;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All that a query can be made of. */
public final class QueryParts {
    /**
     * Something that can be asked for.
     *
     * @param text as it stands in a query, such as "upper-colour=red"
     * @param group as the schema names it
     * @param value likewise: a value of the group, or an attribute of a group whose attributes do not exclude each other
     * @param trainImages how many training images are like that; null where the images are not there
     * @param galleryImages likewise of the gallery
     */
    public record Part(
            String text,
            String group,
            String value,
            @Nullable Integer trainImages,
            @Nullable Integer galleryImages) {}

    private QueryParts() {}

    /** In the schema's order. */
    public static List<Part> of(AttributeSchema schema, @Nullable PersonDataset people) {
        List<Part> parts = new ArrayList<>();
        for (int g = 0; g < schema.groups().size(); g++) {
            AttributeGroup group = schema.groups().get(g);
            if (group.anyOf().isEmpty()) {
                for (int v = 0; v < group.values().size(); v++) {
                    int value = v;
                    String name = group.values().get(v).name();
                    parts.add(part(group.name(), name, group, name, g, people, held -> held == value));
                }
            } else {
                for (int a = 0; a < group.anyOf().size(); a++) {
                    int attribute = a;
                    String name = group.anyOf().get(a);
                    parts.add(part(name, "yes", group, name, g, people, held -> group.members(held)
                            .contains(attribute)));
                }
            }
        }
        return parts;
    }

    private static Part part(
            String asked,
            String as,
            AttributeGroup group,
            String name,
            int index,
            @Nullable PersonDataset people,
            IntPredicate holds) {
        return new Part(
                AttributeQuery.asWritten(asked) + "=" + AttributeQuery.asWritten(as),
                group.name(),
                name,
                people == null ? null : count(people.train(), index, holds),
                people == null ? null : count(people.gallery(), index, holds));
    }

    private static int count(List<PersonImage> images, int group, IntPredicate holds) {
        return Math.toIntExact(IntStream.range(0, images.size())
                .filter(i -> holds.test(images.get(i).category().values().get(group)))
                .count());
    }
}
