package io.github.psbench.data;

import io.github.psbench.base.Failure;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a data set were found, by a look at folders alone.
 *
 * @param annotation the file; null if it was not found, or if there is none
 * @param images the folder; null if it was not found, or if there is none
 * @param missing a sentence on what keeps the data set from being loaded; null if nothing is missing
 */
public record Whereabouts(
        @Nullable Path annotation,
        @Nullable Path images,
        @Nullable String missing) {
    /**
     * @param annotation finds the file or fails
     * @param images finds the folder or fails
     */
    static Whereabouts of(Supplier<Path> annotation, Supplier<Path> images) {
        Path file = null;
        Path folder = null;
        String missing = null;
        try {
            file = annotation.get();
        } catch (Failure e) {
            missing = firstLine(e);
        }
        try {
            folder = images.get();
        } catch (Failure e) {
            missing = missing == null ? firstLine(e) : missing;
        }
        return new Whereabouts(file, folder, missing);
    }

    private static String firstLine(Failure failure) {
        return failure.getMessage().lines().findFirst().orElse("");
    }
}
