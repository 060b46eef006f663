package io.github.psbench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A picture's file on disk and what the annotation says of it.
 *
 * @param name unique in its data set: the path below the data set's folder, with slashes
 * @param size in bytes
 * @param modified when it last changed, in nanoseconds since 1970
 * @param identity see {@link PersonImage#identity()}
 */
record StoredImage(
        String name,
        Path file,
        long size,
        long modified,
        PersonCategory category,
        @Nullable String identity) {
    StoredImage(String name, Path file, BasicFileAttributes attributes, PersonCategory category) {
        this(name, file, attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), category, null);
    }

    /** @throws IOException if there is no such file, or its folder cannot be read */
    static StoredImage at(String name, Path file, PersonCategory category) throws IOException {
        return new StoredImage(name, file, Files.readAttributes(file, BasicFileAttributes.class), category);
    }

    StoredImage of(@Nullable String person) {
        return new StoredImage(name, file, size, modified, category, person);
    }

    PersonImage image() {
        return new PersonImage(name, category, identity, new PictureFile(file));
    }
}
