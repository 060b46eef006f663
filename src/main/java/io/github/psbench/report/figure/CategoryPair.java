package io.github.psbench.report.figure;

import io.github.psbench.base.Failure;
import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.AttributeQuery;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import io.github.psbench.report.text.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Two query categories of a data set that are shown closely, chosen without looking at any embedding.
 *
 * @param first its index among the query categories
 * @param second another
 * @param firstImages how many images of the first category the gallery has
 * @param asked whether somebody has chosen them
 */
record CategoryPair(int first, int second, int firstImages, int secondImages, boolean asked) {
    private static final int LEAST_IMAGES = 5;

    /** Where a query comes from: the command line, or the experiment file. */
    private static final String ORIGIN = "--categories (in the file: tsne.categories)";

    /** The rule by which a pair is chosen. */
    static final String RULE = "of the pairs of categories with at least " + LEAST_IMAGES
            + " gallery images each, those that differ in the fewest attribute groups; of these the one whose smaller category has most"
            + " images, then the one with most images together, then the first in the data set";

    /** The pair that the rule chooses; null where the data set has fewer than two query categories. */
    static @Nullable CategoryPair byRule(PersonDataset people) {
        List<PersonCategory> categories = people.queryCategories();
        int[] images = images(people, categories);
        CategoryPair best = among(categories, images, LEAST_IMAGES);
        return best == null ? among(categories, images, 1) : best;
    }

    private static @Nullable CategoryPair among(List<PersonCategory> categories, int[] images, int least) {
        CategoryPair best = null;
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < images.length; i++) {
            for (int j = i + 1; j < images.length && images[i] >= least; j++) {
                if (images[j] >= least) {
                    int apart = apart(categories.get(i), categories.get(j));
                    CategoryPair pair = new CategoryPair(i, j, images[i], images[j], false);
                    if (best == null || apart < fewest || (apart == fewest && pair.isLargerThan(best))) {
                        best = pair;
                        fewest = apart;
                    }
                }
            }
        }
        return best;
    }

    private boolean isLargerThan(CategoryPair other) {
        int smaller = Math.min(firstImages, secondImages);
        int others = Math.min(other.firstImages, other.secondImages);
        return smaller != others
                ? smaller > others
                : firstImages + secondImages > other.firstImages + other.secondImages;
    }

    /** In how many attribute groups two categories differ. */
    private static int apart(PersonCategory a, PersonCategory b) {
        int apart = 0;
        for (int g = 0; g < a.values().size(); g++) {
            if (!a.values().get(g).equals(b.values().get(g))) {
                apart++;
            }
        }
        return apart;
    }

    /** How many gallery images each category has. */
    private static int[] images(PersonDataset people, List<PersonCategory> categories) {
        Map<PersonCategory, Integer> counts = new HashMap<>();
        for (PersonImage image : people.gallery()) {
            counts.merge(image.category(), 1, Integer::sum);
        }
        return categories.stream()
                .mapToInt(category -> counts.getOrDefault(category, 0))
                .toArray();
    }

    /**
     * The pair that somebody asks for: of the categories that a query fits, the one with most images, then the first in the data set.
     *
     * @param queries two, such as "gender=female, hat=yes"
     * @throws Failure of kind USAGE if a query cannot be read, fits no query category, or fits the same as the other
     */
    static CategoryPair of(PersonDataset people, List<String> queries) {
        List<PersonCategory> categories = people.queryCategories();
        int[] images = images(people, categories);
        int first = fitting(people, categories, images, queries.get(0));
        int second = fitting(people, categories, images, queries.get(1));
        if (first == second) {
            throw Failure.usage(
                    "'%s' and '%s' are the same category of %s: %s. Ask for two that differ.",
                    queries.get(0), queries.get(1), people.name(), asQuery(people.schema(), categories.get(first)));
        }
        return new CategoryPair(first, second, images[first], images[second], true);
    }

    private static int fitting(PersonDataset people, List<PersonCategory> categories, int[] images, String text) {
        AttributeQuery query = AttributeQuery.parse(people.schema(), ORIGIN, text);
        int best = -1;
        int nearest = 0;
        for (int i = 0; i < images.length; i++) {
            if (query.matches(categories.get(i)) && (best < 0 || images[i] > images[best])) {
                best = i;
            }
            if (misses(query, categories.get(i)) < misses(query, categories.get(nearest))) {
                nearest = i;
            }
        }
        if (best < 0) {
            throw Failure.usage(
                    "category '%s': the gallery of %s has nobody like that. The nearest is '%s'.",
                    text.strip(), people.name(), asQuery(people.schema(), categories.get(nearest)));
        }
        return best;
    }

    private static int misses(AttributeQuery query, PersonCategory category) {
        return (int) IntStream.range(0, query.allowed().size())
                .filter(g -> !query.allowed().get(g).contains(category.values().get(g)))
                .count();
    }

    private static String asQuery(AttributeSchema schema, PersonCategory category) {
        return IntStream.range(0, schema.groups().size())
                .mapToObj(g -> AttributeQuery.asWritten(schema.groups().get(g).name()) + "="
                        + AttributeQuery.asWritten(value(schema, category, g)))
                .collect(Collectors.joining(", "));
    }

    private static String value(AttributeSchema schema, PersonCategory category, int group) {
        AttributeGroup attribute = schema.groups().get(group);
        return attribute.values().get(category.values().get(group)).name();
    }

    /** What both are, in words: "gender male, hat no"; or that they share nothing. */
    String shared(PersonDataset people) {
        String words = words(people, first, true);
        return words.isEmpty() ? "nothing" : words;
    }

    /** What the first or the second is and the other is not, in words: "upper colour red". */
    String own(PersonDataset people, int category) {
        return words(people, category, false);
    }

    private String words(PersonDataset people, int category, boolean same) {
        List<PersonCategory> categories = people.queryCategories();
        List<Integer> one = categories.get(first).values();
        List<Integer> other = categories.get(second).values();
        List<String> words = new ArrayList<>();
        for (int g = 0; g < one.size(); g++) {
            if (one.get(g).equals(other.get(g)) == same) {
                words.add(PlainText.of(people.schema().groups().get(g).name() + " "
                        + value(people.schema(), categories.get(category), g)));
            }
        }
        return String.join(", ", words);
    }
}
