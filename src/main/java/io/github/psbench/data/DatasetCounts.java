package io.github.psbench.data;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The numbers that papers describe a data set by, as in Table 1. They follow from the annotation; only where the annotation is of people and
 * not of images do the images have to be there to be counted.
 *
 * @param trainCategories different categories of the training images
 * @param queryCategories different categories of the gallery
 * @param unseenCategories query categories that no training image has
 * @param trainImages empty where it takes the images to count them, and they are not there
 * @param galleryImages likewise
 * @param images whether the images themselves are there: "found", "not found", or a clause
 */
public record DatasetCounts(
        int trainCategories,
        int queryCategories,
        int unseenCategories,
        OptionalInt trainImages,
        OptionalInt galleryImages,
        String images) {
    static final String FOUND = "found";
    static final String NOT_FOUND = "not found";

    static DatasetCounts of(
            List<PersonCategory> train,
            List<PersonCategory> gallery,
            OptionalInt trainImages,
            OptionalInt galleryImages,
            String images) {
        Set<PersonCategory> seen = new HashSet<>(train);
        Set<PersonCategory> queries = new HashSet<>(gallery);
        int unseen = Math.toIntExact(
                queries.stream().filter(category -> !seen.contains(category)).count());
        return new DatasetCounts(seen.size(), queries.size(), unseen, trainImages, galleryImages, images);
    }

    /** Where every category given is an image's. */
    static DatasetCounts ofImages(List<PersonCategory> train, List<PersonCategory> gallery, String images) {
        return of(train, gallery, OptionalInt.of(train.size()), OptionalInt.of(gallery.size()), images);
    }
}
