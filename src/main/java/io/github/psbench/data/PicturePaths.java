package io.github.psbench.data;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names for pictures that are written: those of their images, as far as every file system allows, with the ending of PNG. */
final class PicturePaths {
    private static final String FOLDER = "images/";
    private static final String ENDING = ".png";
    private static final Pattern OTHER_ENDING = Pattern.compile("(?i)(\\.(jpe?g|png|bmp))+$");
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\p{L}\\p{N}._ -]|^[. -]+|[. ]+$");

    private PicturePaths() {}

    /**
     * @param images the names of images, with slashes
     * @return for each a path below the data set's folder; no two are alike, whatever becomes of capital letters
     */
    static List<String> of(List<String> images) {
        Set<String> taken = new HashSet<>();
        return images.stream().map(image -> free(image, taken)).toList();
    }

    private static String free(String image, Set<String> taken) {
        String name = image.startsWith(FOLDER) ? image.substring(FOLDER.length()) : image;
        String stem = FOLDER
                + Arrays.stream(OTHER_ENDING.matcher(name).replaceFirst("").split("/"))
                        .map(part -> NOT_IN_NAMES.matcher(part).replaceAll("_"))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("/"));
        String path = stem + ENDING;
        for (int other = 2; !taken.add(path.toLowerCase(Locale.ROOT)); other++) {
            path = stem + "-" + other + ENDING;
        }
        return path;
    }
}
