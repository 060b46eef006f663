package io.github.psbench.data.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An archive of a format that psbench unpacks. */
sealed interface Archive permits ZipArchive, TarArchive {
    Path file();

    /**
     * What an archive says that it holds.
     *
     * @param bytes how many it will unpack to, at least
     * @param files their paths, without litter; empty where it would have to be unpacked to know
     */
    record Listing(long bytes, Optional<List<String>> files) {}

    /**
     * What it says that it holds, which need not be true.
     *
     * @throws IOException if the archive is damaged
     * @throws io.github.psbench.base.Failure of kind DATA, naming the entry, if a name is refused
     */
    Listing listing() throws IOException;

    /**
     * Unpacks every entry.
     *
     * @throws IOException if the archive is damaged
     * @throws io.github.psbench.base.Failure of kind DATA, naming the entry, if one is refused
     */
    void unpack(Unpacking unpacking) throws IOException;
}
