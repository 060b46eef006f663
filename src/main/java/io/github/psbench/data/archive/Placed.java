package io.github.psbench.data.archive;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of an archive.
 *
 * @param places the files and folders that were put in place
 * @param files how many files that is
 * @param bytes of all files of the archive
 * @param pictures how many pictures are now in folders of which the number is known
 * @param leftOut how many files of the archive do not belong to the data set and were dropped
 */
public record Placed(
        Path archive, List<Path> places, long files, long bytes, List<PictureCount> pictures, long leftOut) {}
