package io.github.psbench.data.archive;

import java.io.IOException;
import java.nio.file.Path;

/** An archive of a format that psbench unpacks. */
sealed interface Archive permits ZipArchive, TarArchive {
    Path file();

    /** How many bytes it will unpack to at least, if what it says can be believed. */
    long expectedBytes() throws IOException;

    /**
     * Unpacks every entry.
     *
     * @throws IOException if the archive is damaged
     * @throws io.github.psbench.base.Failure of kind DATA, naming the entry, if one is refused
     */
    void unpack(Unpacking unpacking) throws IOException;
}
