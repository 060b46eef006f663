package io.github.psbench.data.archive;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many pictures an archive has for a folder of the data set.
 *
 * @param folder its path in the data set's own folder
 * @param found in the archive
 * @param expected in the whole data set
 */
public record PictureCount(String folder, long found, long expected) {
    boolean whole() {
        return found == expected;
    }

    /** Of every folder that moves fill, sorted by its path. */
    static List<PictureCount> of(Contents contents, Collection<Part.Move> moves, Map<String, Integer> expected) {
        return new TreeMap<>(expected)
                .entrySet().stream()
                        .flatMap(folder -> moves.stream()
                                .filter(move -> (folder.getKey() + "/").startsWith(move.to() + "/"))
                                .map(move -> new PictureCount(
                                        folder.getKey(),
                                        contents.pictures(move.from()
                                                + folder.getKey()
                                                        .substring(move.to().length())),
                                        folder.getValue())))
                        .toList();
    }
}
