package io.github.psbench.report.figure;

import io.github.psbench.base.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where pictures of real people go, apart from what may be shown to anybody: a folder that git leaves alone, whatever else it is told,
 * since there is a {@code .gitignore} in it.
 */
public final class PrivateFolder {
    private static final String NAME = "private";

    private PrivateFolder() {}

    /**
     * Makes the private folder in another one, if need be.
     *
     * @throws io.github.psbench.base.Failure of kind RESOURCES if it cannot be made
     */
    public static Path in(Path folder) {
        Path inside = folder.resolve(NAME);
        keepOut(inside);
        return inside;
    }

    /**
     * Has git leave alone what is in a folder, which is made if need be. Where somebody has told git already what to do there, nothing is
     * changed.
     *
     * @throws io.github.psbench.base.Failure of kind RESOURCES if that cannot be written
     */
    public static void keepOut(Path folder) {
        Path file = folder.resolve(".gitignore");
        if (!Files.exists(file)) {
            WholeFile.write(file, "# pictures of real people are not committed\n*\n");
        }
    }

    /** What to tell whoever has had a picture written into it; without the full stop. */
    public static String note(Path folder) {
        return "it shows pictures of real people, so it lies in " + folder
                + ", which git ignores: do not hand it on where the terms of the data set do not allow it";
    }
}
