package io.github.psbench.data;

import io.github.psbench.base.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the files of Market-1501 lie.
 *
 * @param folder holds {@code bounding_box_train}, {@code bounding_box_test} and {@code query}
 * @param annotation the file {@code market_attribute.mat}
 */
record MarketFolder(Path folder, Path annotation) {
    static final String TRAIN = "bounding_box_train";
    static final String TEST = "bounding_box_test";
    static final String QUERY = "query";

    private static final String ANNOTATION = "market_attribute.mat";
    private static final List<String> FOLDERS = List.of("Market-1501-v15.09.15", "Market-1501", "market1501", "");

    /** @throws Failure of kind DATA that tells the layout, the place looked at and the origin, if a folder or the annotation is missing */
    static MarketFolder find(Path root) {
        return new MarketFolder(images(root), annotation(root));
    }

    /** The folder with the pictures' folders. */
    static Path images(Path root) {
        for (String name : FOLDERS) {
            Path folder = root.toAbsolutePath().resolve(name);
            if (Files.isDirectory(folder.resolve(TRAIN))) {
                for (String part : List.of(TEST, QUERY)) {
                    if (!Files.isDirectory(folder.resolve(part))) {
                        throw missing(root, "the folder " + folder.resolve(part) + " is missing");
                    }
                }
                return folder;
            }
        }
        throw missing(root, Files.isDirectory(root) ? "no folder " + TRAIN + " is there" : "there is no such folder");
    }

    /** @throws Failure of kind DATA that tells where it is looked for, if there is none */
    static Path annotation(Path root) {
        Optional<Path> found = FOLDERS.stream()
                .map(root.toAbsolutePath()::resolve)
                .flatMap(folder ->
                        List.of(folder.resolve("attribute").resolve(ANNOTATION), folder.resolve(ANNOTATION)).stream())
                .filter(Files::isRegularFile)
                .findFirst();
        return found.orElseThrow(() -> missing(root, "the annotation " + ANNOTATION + " is missing"));
    }

    private static Failure missing(Path root, String what) {
        return Origin.MARKET1501.missing("market1501", root, what);
    }
}
