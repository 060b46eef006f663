package io.github.psbench.data.cache;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A file of the cache.
 *
 * @param file for {@link Kind#ENGINE}, a folder
 * @param bytes its size; 0 for what is not looked into
 * @param dataset the data set that it belongs to, as experiment files call it; "" where it belongs to none, or does not say
 * @param what it is, in words
 */
public record CachedFile(Path file, Kind kind, long bytes, String dataset, String what) {
    /** What psbench knows a file as. */
    public enum Kind {
        /** Pictures of a data set, decoded and resized. */
        PIXELS,
        /** Pictures of synthped as they were drawn. */
        DRAWINGS,
        /** The digest of a data set in files. */
        DIGEST,
        /** Weights that were downloaded. */
        WEIGHTS,
        /** Libraries that the engine unpacked. */
        ENGINE,
        /** Half of a file: being written at this moment, or left by a process that was killed. */
        LEFTOVER,
        /** Not psbench's, or a symbolic link. */
        OTHER;

        /** In lower case, as people and JSON have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
