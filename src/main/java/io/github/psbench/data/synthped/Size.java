package io.github.psbench.data.synthped;

/** How much there is of everything in a data set. Experiment files call them small, medium and large. */
public enum Size {
    /** 3,660 images: enough to see that everything works, drawn in seconds. */
    SMALL(150, 2_400, false, 60, 68, 12, 1_260),

    /** 12,320 images: about the categories of Market-1501. */
    MEDIUM(500, 8_000, true, 180, 255, 45, 4_320),

    /** 100,400 images: about the categories and images of PA-100K. */
    LARGE(2_000, 80_000, true, 680, 145, 25, 20_400);

    private final int trainCategories;
    private final int trainImages;
    private final boolean uneven;
    private final int seenCategories;
    private final int nearCategories;
    private final int farCategories;
    private final int galleryImages;

    Size(
            int trainCategories,
            int trainImages,
            boolean uneven,
            int seenCategories,
            int nearCategories,
            int farCategories,
            int galleryImages) {
        this.trainCategories = trainCategories;
        this.trainImages = trainImages;
        this.uneven = uneven;
        this.seenCategories = seenCategories;
        this.nearCategories = nearCategories;
        this.farCategories = farCategories;
        this.galleryImages = galleryImages;
    }

    int trainCategories() {
        return trainCategories;
    }

    int trainImages() {
        return trainImages;
    }

    /**
     * Whether a training category has the more people the more often it was drawn. If all had as many, rare attributes would be too frequent
     * where there are many categories.
     */
    boolean uneven() {
        return uneven;
    }

    /** Training categories that the gallery has too. */
    int seenCategories() {
        return seenCategories;
    }

    /** Unseen categories that differ from the nearest training one in one group. */
    int nearCategories() {
        return nearCategories;
    }

    /** Unseen categories that differ from the nearest training one in two groups. */
    int farCategories() {
        return farCategories;
    }

    int galleryImages() {
        return galleryImages;
    }
}
