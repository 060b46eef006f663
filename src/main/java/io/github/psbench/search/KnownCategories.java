package io.github.psbench.search;

import io.github.psbench.data.AttributeQuery;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The training and query categories of a trial, as it has embedded them.
 *
 * @param categories the training categories in order of first appearance, then the query categories that are not among them
 * @param isWhole whether the data set was there; if not, these are the training categories alone, and their numbers of images are not known
 */
record KnownCategories(AttributeSchema schema, List<Known> categories, boolean isWhole) {
    /**
     * One of them.
     *
     * @param images how many training images have it; 0 where that is not known
     * @param embedding of length 1
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Known(PersonCategory category, int images, float[] embedding) {}

    KnownCategories {
        categories = List.copyOf(categories);
    }

    /** @param people what the trial has learned from and searched */
    static KnownCategories of(PersonDataset people, StoredEmbeddings stored) {
        Map<PersonCategory, Integer> images = new HashMap<>();
        for (PersonImage image : people.train()) {
            images.merge(image.category(), 1, Integer::sum);
        }
        List<Known> known = new ArrayList<>();
        List<PersonCategory> trained = people.trainCategories();
        float[][] prototypes = stored.prototypes(trained.size());
        for (int i = 0; i < trained.size(); i++) {
            known.add(new Known(trained.get(i), images.getOrDefault(trained.get(i), 0), prototypes[i]));
        }
        List<PersonCategory> asked = people.queryCategories();
        float[][] queries = stored.queries(asked.size());
        for (int i = 0; i < asked.size(); i++) {
            if (!images.containsKey(asked.get(i))) {
                known.add(new Known(asked.get(i), 0, queries[i]));
            }
        }
        return new KnownCategories(people.schema(), known, true);
    }

    /** Those that the trial's files name by themselves, where its data set is not there. */
    static KnownCategories of(AttributeSchema schema, StoredEmbeddings stored) {
        List<PersonCategory> trained = stored.trainCategories(schema);
        float[][] prototypes = stored.prototypes(trained.size());
        List<Known> known = new ArrayList<>();
        for (int i = 0; i < trained.size(); i++) {
            known.add(new Known(trained.get(i), 0, prototypes[i]));
        }
        return new KnownCategories(schema, known, false);
    }

    /** Those that fit a query. */
    List<Known> fitting(AttributeQuery query) {
        return categories.stream()
                .filter(known -> query.matches(known.category()))
                .toList();
    }

    Optional<Known> find(PersonCategory category) {
        return categories.stream()
                .filter(known -> known.category().equals(category))
                .findFirst();
    }
}
