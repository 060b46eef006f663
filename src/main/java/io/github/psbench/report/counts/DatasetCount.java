package io.github.psbench.report.counts;

import io.github.psbench.data.DatasetCounts;
import io.github.psbench.spec.PublishedCounts;
import java.util.Locale;
import java.util.OptionalInt;

/** The columns of a table of data sets, in the order in which ASMR's Table 1 has them. */
enum DatasetCount {
    TRAIN_CATEGORIES,
    TEST_CATEGORIES,
    UNSEEN_CATEGORIES,
    TRAIN_IMAGES,
    TEST_IMAGES;

    /** "train categories" */
    String heading() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Empty where it takes the images to count them, and they are not there. */
    OptionalInt of(DatasetCounts counts) {
        return switch (this) {
            case TRAIN_CATEGORIES -> OptionalInt.of(counts.trainCategories());
            case TEST_CATEGORIES -> OptionalInt.of(counts.queryCategories());
            case UNSEEN_CATEGORIES -> OptionalInt.of(counts.unseenCategories());
            case TRAIN_IMAGES -> counts.trainImages();
            case TEST_IMAGES -> counts.galleryImages();
        };
    }

    int of(PublishedCounts.Counts counts) {
        return switch (this) {
            case TRAIN_CATEGORIES -> counts.trainCategories();
            case TEST_CATEGORIES -> counts.testCategories();
            case UNSEEN_CATEGORIES -> counts.unseenCategories();
            case TRAIN_IMAGES -> counts.trainImages();
            case TEST_IMAGES -> counts.testImages();
        };
    }
}
