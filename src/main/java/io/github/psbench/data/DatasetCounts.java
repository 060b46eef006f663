package io.github.psbench.data;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * The numbers that papers describe a data set by, as in Table 1. They follow from the annotation; only where the annotation is of people and
 * not of images do the images have to be there to be counted.
 *
 * @param trainCategories different categories of the training images
 * @param queryCategories different categories of the gallery
 * @param unseenCategories query categories that no training image has
 * @param trainImages empty where it takes the images to count them, and they are not there
 * @param galleryImages likewise
 */
public record DatasetCounts(
        int trainCategories,
        int queryCategories,
        int unseenCategories,
        OptionalInt trainImages,
        OptionalInt galleryImages) {
    static DatasetCounts of(
            List<PersonCategory> train,
            List<PersonCategory> gallery,
            OptionalInt trainImages,
            OptionalInt galleryImages) {
        HashSet<PersonCategory> seen = new HashSet<>(train);
        HashSet<PersonCategory> queries = new HashSet<>(gallery);
        int unseen = Math.toIntExact(
                queries.stream().filter(category -> !seen.contains(category)).count());
        return new DatasetCounts(seen.size(), queries.size(), unseen, trainImages, galleryImages);
    }

    /** Where every category given is an image's. */
    static DatasetCounts ofImages(List<PersonCategory> train, List<PersonCategory> gallery) {
        return of(train, gallery, OptionalInt.of(train.size()), OptionalInt.of(gallery.size()));
    }
}
