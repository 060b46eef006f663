package io.github.psbench.data;

import java.nio.file.Path;

/**
 * A picture's file on disk and what the annotation says of it.
 *
 * @param name unique in its data set: the path below the data set's folder, with slashes
 * @param size in bytes
 * @param modified when it last changed, in nanoseconds since 1970
 */
record StoredImage(String name, Path file, long size, long modified, PersonCategory category) {
    PersonImage image() {
        return new PersonImage(name, category, () -> ImageDecoder.decode(file));
    }
}
