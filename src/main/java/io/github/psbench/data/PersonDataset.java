package io.github.psbench.data;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A data set as person search sees it: images to learn from, and a gallery that is searched with one query for each category in it.
 *
 * @param name as experiment files call it, such as "market1501"
 * @param train images to learn from
 * @param gallery images that are searched
 * @param digest SHA-256 over schema, annotations and the bytes of every image, 64 hexadecimal digits; where the data lie is not in it
 */
public record PersonDataset(
        String name, AttributeSchema schema, List<PersonImage> train, List<PersonImage> gallery, String digest) {
    public PersonDataset {
        train = List.copyOf(train);
        gallery = List.copyOf(gallery);
    }

    /** The different categories of the training images, in order of first appearance. */
    public List<PersonCategory> trainCategories() {
        return distinct(train);
    }

    /** The different categories of the gallery, in order of first appearance; each is asked for once. */
    public List<PersonCategory> queryCategories() {
        return distinct(gallery);
    }

    /** The query categories that no training image has, in order of first appearance. */
    public List<PersonCategory> unseenCategories() {
        Set<PersonCategory> seen = new HashSet<>(trainCategories());
        return queryCategories().stream()
                .filter(category -> !seen.contains(category))
                .toList();
    }

    private static List<PersonCategory> distinct(List<PersonImage> images) {
        Set<PersonCategory> categories = new LinkedHashSet<>();
        images.forEach(image -> categories.add(image.category()));
        return List.copyOf(categories);
    }
}
