package io.github.psbench.search;

import io.github.psbench.data.PersonDataset;
import java.util.List;

/**
 * All pictures that are searched, embedded.
 *
 * @param where they are from, such as "The gallery of market1501"
 * @param images in the order in which equal scores are ranked
 * @param embeddings a row an image, each of length 1
 * @param leftOut a sentence for each picture that cannot be used
 */
@SuppressWarnings("ArrayRecordComponent") // large, and compared nowhere
public record SearchedImages(String where, List<SearchedImage> images, float[][] embeddings, List<String> leftOut) {
    public SearchedImages {
        images = List.copyOf(images);
        leftOut = List.copyOf(leftOut);
    }

    /** The gallery that a trial has searched, as it has embedded it. */
    static SearchedImages gallery(PersonDataset people, StoredEmbeddings stored) {
        List<SearchedImage> images = people.gallery().stream()
                .map(image -> new SearchedImage(image.name(), image.category(), image.picture()))
                .toList();
        return new SearchedImages("The gallery of " + people.name(), images, stored.gallery(images.size()), List.of());
    }

    /** Whether it is known what they show. */
    public boolean areAnnotated() {
        return images.stream().allMatch(image -> image.category() != null);
    }
}
