package io.github.psbench.data;

import io.github.psbench.base.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the files of PETA lie.
 *
 * @param folder holds a folder for each sub-set, in it {@code archive} with the pictures
 * @param annotation the file {@code PETA.mat}
 */
record PetaFolder(Path folder, Path annotation) {
    /** In the order of the rows of the annotation. */
    static final List<String> SUBSETS =
            List.of("3DPeS", "CAVIAR4REID", "CUHK", "GRID", "i-LID", "MIT", "PRID", "SARC3D", "TownCentre", "VIPeR");

    private static final String ANNOTATION = "PETA.mat";
    private static final String ARCHIVE = "archive";
    private static final List<String> FOLDERS = List.of("PETA", "PETA dataset", "peta", "");

    /** @throws Failure of kind DATA that tells the layout, the place looked at and the origin, if a folder or the annotation is missing */
    static PetaFolder find(Path root) {
        return new PetaFolder(images(root), annotation(root));
    }

    /** The folder with the sub-sets. */
    static Path images(Path root) {
        for (String name : FOLDERS) {
            Path folder = root.toAbsolutePath().resolve(name);
            if (SUBSETS.stream().anyMatch(subset -> Files.isDirectory(folder.resolve(subset)))) {
                for (String subset : SUBSETS) {
                    if (!Files.isDirectory(archive(folder, subset))) {
                        throw missing(root, "the folder " + archive(folder, subset) + " is missing");
                    }
                }
                return folder;
            }
        }
        throw missing(
                root,
                Files.isDirectory(root) ? "no folder " + SUBSETS.get(0) + " is there" : "there is no such folder");
    }

    /** @throws Failure of kind DATA that tells where it is looked for, if there is none */
    static Path annotation(Path root) {
        return FOLDERS.stream()
                .map(name -> root.toAbsolutePath().resolve(name).resolve(ANNOTATION))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> missing(root, "the annotation " + ANNOTATION + " is missing"));
    }

    Path archive(String subset) {
        return archive(folder, subset);
    }

    private static Path archive(Path folder, String subset) {
        return folder.resolve(subset).resolve(ARCHIVE);
    }

    private static Failure missing(Path root, String what) {
        return Origin.PETA.missing("peta", root, what);
    }
}
