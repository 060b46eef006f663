package io.github.psbench.data;

import io.github.psbench.base.Failure;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A data set as person search sees it: images to learn from, and a gallery that is searched with one query for each category in it.
 *
 * @param name as experiment files call it, such as "market1501"
 * @param train images to learn from
 * @param gallery images that are searched
 * @param digests what is in it; where the data lie is not in them
 * @param partial which part of the images is there, a clause for tables such as "2,000 of 80,000 training images"; null if all are
 */
public record PersonDataset(
        String name,
        AttributeSchema schema,
        List<PersonImage> train,
        List<PersonImage> gallery,
        Digests digests,
        @Nullable String partial) {
    /**
     * SHA-256, 64 hexadecimal digits each.
     *
     * @param all over schema, annotation and pictures
     * @param pictures over the pictures alone, training images before the gallery
     */
    public record Digests(String all, String pictures) {}

    public PersonDataset {
        train = List.copyOf(train);
        gallery = List.copyOf(gallery);
    }

    /** {@link Digests#all()}: results are known by it. */
    public String digest() {
        return digests.all();
    }

    /** The training images, then the gallery. */
    public List<PersonImage> images() {
        return Stream.concat(train.stream(), gallery.stream()).toList();
    }

    /** What the training images are learned as, in order of first appearance. */
    public List<PersonImage.TrainingClass> trainClasses() {
        return train.stream().map(PersonImage::trainingClass).distinct().toList();
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

    /** @throws Failure of kind DATA if a part of the images is all there is, and nothing can be learned or searched */
    public void requireBothSplits() {
        if (train.isEmpty() || gallery.isEmpty()) {
            String missing = train.isEmpty() ? "training" : "gallery";
            throw Failure.data(
                    "%s has no %s image%s, so nothing can be %s. Put such images beside those that are there.",
                    name,
                    missing,
                    partial == null ? "" : " (" + partial + ")",
                    train.isEmpty() ? "learned" : "searched");
        }
    }

    private static List<PersonCategory> distinct(List<PersonImage> images) {
        Set<PersonCategory> categories = new LinkedHashSet<>();
        images.forEach(image -> categories.add(image.category()));
        return List.copyOf(categories);
    }
}
