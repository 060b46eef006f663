package io.github.psbench.data;

import io.github.psbench.base.Failure;
import io.github.psbench.data.picture.ImageDecoder;
import io.github.psbench.data.picture.RgbImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The pictures that lie in a folder and in the folders below, of which nothing else is known: files that end as JPEG, PNG or BMP files do.
 *
 * @param pictures in the order of their names' characters, the same on every machine; at least one
 * @param unreadable a line for each file or folder that cannot be looked at, with its path and the reason
 */
public record PicturesBelow(List<Picture> pictures, List<String> unreadable) {
    private static final Pattern PICTURE = Pattern.compile("(?i).+\\.(jpe?g|png|bmp)");

    /**
     * A file that may be a picture.
     *
     * @param name the path below the folder, with slashes
     * @param picture decodes it anew at each call; throws {@link Failure} of kind DATA, naming the file, where it is missing or damaged
     */
    public record Picture(String name, Supplier<RgbImage> picture) {}

    /** @throws Failure of kind DATA if the folder cannot be read; of kind USAGE if there is none, or no picture below it */
    public static PicturesBelow of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw Failure.usage(
                    "The folder of pictures %s %s. Name a folder that has JPEG, PNG or BMP files in it or below it.",
                    folder, Files.exists(folder) ? "is a file" : "does not exist");
        }
        PictureFolder listing = PictureFolder.below(folder);
        List<Picture> pictures = listing.files().stream()
                .filter(entry -> PICTURE.matcher(entry.name()).matches())
                .map(entry -> new Picture(entry.name(), () -> ImageDecoder.decode(entry.file())))
                .toList();
        if (pictures.isEmpty()) {
            throw Failure.usage(
                    "There is no picture below %s: of %,d files there, none ends with .jpg, .jpeg, .png or .bmp. Name a folder that has"
                            + " pictures in it or below it.",
                    folder, listing.files().size());
        }
        return new PicturesBelow(
                pictures, listing.faults().stream().map(Fault::toString).toList());
    }
}
