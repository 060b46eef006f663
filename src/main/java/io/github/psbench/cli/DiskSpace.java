package io.github.psbench.cli;

import io.github.psbench.base.Failure;
import io.github.psbench.run.Cost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether trials have room on the disk, known before they begin. */
final class DiskSpace {
    private DiskSpace() {}

    /**
     * @param atOnce how many trials are under way at once
     * @throws Failure of kind RESOURCES if they take more than is free where the results are
     */
    static void require(Path results, Cost.Space space, int atOnce) {
        long needed = space.diskBytes() + atOnce * space.workBytes();
        Path there = results.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        Long free = free(there);
        if (free != null && free < needed) {
            throw Failure.resources(
                    "The trials to be run take about %s of disk, checkpoints included, and %s has %s. Make room, or name another folder with"
                            + " --results.",
                    Size.of(needed), results, Size.of(free));
        }
    }

    private static @Nullable Long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return null;
        }
    }
}
