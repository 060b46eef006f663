package io.github.psbench.data;

import io.github.psbench.data.picture.RgbImage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One crop of one person.
 *
 * @param name unique in its data set, such as the file's path below the data set's folder
 * @param category what the annotation says of the person
 * @param identity whom it shows, where people of one category are to be told apart in training; null where categories are the classes
 * @param picture decodes the picture anew at each call; throws {@link io.github.psbench.base.Failure} of kind DATA, naming the file, where it
 *     is missing or damaged
 */
public record PersonImage(
        String name, PersonCategory category, @Nullable String identity, Supplier<RgbImage> picture) {
    /** What an image is learned as: its category or, where it has an identity, one person of that category. */
    public record TrainingClass(
            PersonCategory category, @Nullable String identity) {}

    public PersonImage(String name, PersonCategory category, Supplier<RgbImage> picture) {
        this(name, category, null, picture);
    }

    public TrainingClass trainingClass() {
        return new TrainingClass(category, identity);
    }
}
