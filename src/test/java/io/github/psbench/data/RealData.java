package io.github.psbench.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where tests find real annotations: the data root, or the folder that the developers share. */
final class RealData {
    private RealData() {}

    /** The root with a file below it; skips the test where there is none. */
    static Path with(String file) {
        String root = System.getenv().getOrDefault("PSBENCH_DATA", "../shared/data");
        assumeTrue(
                Files.exists(Path.of(root, file)),
                () -> "There is no " + Path.of(root, file) + "; set PSBENCH_DATA to a data root that has it.");
        return Path.of(root);
    }
}
