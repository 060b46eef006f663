package io.github.psbench.report.figure;

import io.github.psbench.base.WholeFile;
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
        WholeFile.write(inside.resolve(".gitignore"), "# pictures of real people are not committed\n*\n");
        return inside;
    }

    /** What to tell whoever has had a picture written into it; without the full stop. */
    public static String note(Path folder) {
        return "it shows pictures of real people, so it lies in " + folder
                + ", which git ignores: do not hand it on where the terms of the data set do not allow it";
    }
}
