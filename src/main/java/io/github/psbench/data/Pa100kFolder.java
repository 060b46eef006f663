package io.github.psbench.data;

import io.github.psbench.base.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the files of PA-100K lie.
 *
 * @param images holds the pictures
 * @param annotation the file {@code annotation.mat}
 */
record Pa100kFolder(Path images, Path annotation) {
    private static final String ANNOTATION = "annotation.mat";
    private static final List<String> FOLDERS = List.of("PA-100K", "PA100K", "PA100k", "pa100k", "");
    private static final List<String> IMAGES = List.of("release_data/release_data", "release_data", "data", "");

    /** @throws Failure of kind DATA that tells the layout, the place looked at and the origin, if no picture or no annotation is there */
    static Pa100kFolder find(Path root) {
        return new Pa100kFolder(images(root), annotation(root));
    }

    /** @throws Failure of kind DATA that tells where they are looked for, if there is none */
    static Path images(Path root) {
        return FOLDERS.stream()
                .map(name -> root.toAbsolutePath().resolve(name))
                .flatMap(folder -> IMAGES.stream().map(folder::resolve))
                .filter(Pa100kFolder::holdsPictures)
                .findFirst()
                .orElseThrow(() -> missing(root, "no picture is there"));
    }

    private static boolean holdsPictures(Path folder) {
        return Files.isDirectory(folder)
                && PictureFolder.list(folder).files().stream()
                        .anyMatch(entry -> Pa100kAnnotation.isPicture(entry.name()));
    }

    /** @throws Failure of kind DATA that tells where it is looked for, if there is none */
    static Path annotation(Path root) {
        return FOLDERS.stream()
                .map(name -> root.toAbsolutePath().resolve(name).resolve(ANNOTATION))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> missing(root, "the annotation " + ANNOTATION + " is missing"));
    }

    private static Failure missing(Path root, String what) {
        return Origin.PA100K.missing("pa100k", root, what);
    }
}
