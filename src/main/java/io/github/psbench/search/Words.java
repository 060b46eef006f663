package io.github.psbench.search;

import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.PersonCategory;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** What is said of people in a line. */
public final class Words {
    private static final Set<String> ABSENT = Set.of(AttributeGroup.NONE, "no");

    private Words() {}

    /** What holds of a person: "gender female", "hair long"; what a person has not is left out. */
    public static List<String> held(AttributeSchema schema, PersonCategory category) {
        return IntStream.range(0, schema.groups().size())
                .filter(g -> !ABSENT.contains(value(schema, category, g)))
                .mapToObj(g -> schema.groups().get(g).name() + " " + value(schema, category, g))
                .toList();
    }

    /** "27 of 1,260 images fit the query, and 9 of the first 10." */
    public static String counts(SearchResult result, SearchedImages searched) {
        Integer relevant = result.relevant();
        int all = searched.images().size();
        int first = result.found().size();
        if (relevant == null) {
            return String.format(
                    Locale.ROOT, "The first %d of %,d images; what they show is not annotated.", first, all);
        }
        return relevant == 0
                ? String.format(Locale.ROOT, "None of %,d images fits the query; these are the nearest.", all)
                : String.format(
                        Locale.ROOT,
                        "%,d of %,d images fit the query, and %d of the first %d.",
                        relevant,
                        all,
                        result.relevantFound(),
                        first);
    }

    /** A cosine with three decimals. */
    public static String score(double cosine) {
        double shown = Math.abs(cosine) < 0.0005 ? 0 : cosine; // else one just below zero were "-0.000"
        return String.format(Locale.ROOT, "%.3f", shown);
    }

    private static String value(AttributeSchema schema, PersonCategory category, int group) {
        return schema.groups()
                .get(group)
                .values()
                .get(category.values().get(group))
                .name();
    }
}
