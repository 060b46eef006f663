package io.github.psbench.data.archive;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * A tar file.
 *
 * @param compressed whether by gzip
 */
record TarArchive(Path file, boolean compressed) implements Archive {
    private static final int BUFFER = 1 << 16;

    /** It has no directory to look into; and pictures hardly shrink, so its own size is about what it unpacks to. */
    @Override
    public Listing listing() throws IOException {
        return new Listing(Files.size(file), Optional.empty());
    }

    @Override
    public void unpack(Unpacking unpacking) throws IOException {
        try (InputStream packed = new BufferedInputStream(watched(Files.newInputStream(file), unpacking), BUFFER);
                InputStream unpacked = compressed ? new GZIPInputStream(packed, BUFFER) : packed;
                TarEnd end = new TarEnd(unpacking.budget().counted(unpacked));
                TarArchiveInputStream tar = new TarArchiveInputStream(end, StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                EntryName name = unpacking.begin(entry.getName());
                check(entry);
                if (entry.isDirectory()) {
                    unpacking.folder(name);
                } else if (unpacking.file(name, tar) != entry.getSize()) {
                    throw new IOException("the entry " + Refusal.shown(entry.getName()) + " is cut short");
                }
            }
            end.transferTo(OutputStream.nullOutputStream()); // for the checksum at the end
            if (!end.reached()) {
                throw new IOException("its end is missing");
            }
        }
    }

    /** Links, devices and pipes; and sparse files, whose holes would be written as zeros that nobody counts. */
    private void check(TarArchiveEntry entry) {
        String what =
                switch (entry.getLinkFlag()) {
                    case TarConstants.LF_OLDNORM, TarConstants.LF_NORMAL, TarConstants.LF_CONTIG, TarConstants.LF_DIR ->
                        entry.isSparse() ? "is a sparse file" : "";
                    case TarConstants.LF_SYMLINK -> "is a symbolic link";
                    case TarConstants.LF_LINK -> "is a hard link";
                    case TarConstants.LF_CHR, TarConstants.LF_BLK, TarConstants.LF_FIFO -> "is a device or a pipe";
                    default -> "is neither a file nor a folder";
                };
        if (!what.isEmpty()) {
            throw Refusal.of(file, "its entry " + Refusal.shown(entry.getName()) + " " + what);
        }
    }

    private static InputStream watched(InputStream in, Unpacking unpacking) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = super.read(into, offset, length);
                unpacking.advance(Math.max(0, read));
                return read;
            }
        };
    }
}
