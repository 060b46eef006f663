package io.github.psbench.data.archive;

import io.github.psbench.base.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** A zip file, read by the directory at its end. */
record ZipArchive(Path file) implements Archive {
    @Override
    public Listing listing() throws IOException {
        try (ZipFile zip = open()) {
            long bytes = 0;
            List<String> files = new ArrayList<>();
            for (ZipArchiveEntry entry : entries(zip)) {
                EntryName name = EntryName.of(file, entry.getName());
                if (!entry.isDirectory() && !name.litter()) {
                    files.add(name.path());
                }
                long declared = Math.max(0, entry.getSize());
                bytes = declared > Long.MAX_VALUE - bytes ? Long.MAX_VALUE : bytes + declared;
            }
            return new Listing(bytes, Optional.of(files));
        }
    }

    @Override
    public void unpack(Unpacking unpacking) throws IOException {
        try (ZipFile zip = open()) {
            for (ZipArchiveEntry entry : entries(zip)) {
                EntryName name = unpacking.begin(entry.getName());
                check(zip, entry);
                if (entry.isDirectory()) {
                    unpacking.folder(name);
                } else {
                    unpack(zip, entry, name, unpacking);
                }
                unpacking.advance(Math.max(0, entry.getCompressedSize()));
            }
        }
    }

    private ZipFile open() throws IOException {
        try {
            return ZipFile.builder().setPath(file).get();
        } catch (ZipException e) {
            throw new IOException("the list of what is in it, which is its end, is missing or damaged", e);
        }
    }

    private static List<ZipArchiveEntry> entries(ZipFile zip) {
        return Collections.list(zip.getEntriesInPhysicalOrder());
    }

    private void check(ZipFile zip, ZipArchiveEntry entry) {
        int type = entry.getUnixMode() & UnixStat.FILE_TYPE_FLAG;
        if (type == UnixStat.LINK_FLAG) {
            throw refused(entry, "is a symbolic link");
        }
        if (type != 0 && type != UnixStat.FILE_FLAG && type != UnixStat.DIR_FLAG) {
            throw refused(entry, "is neither a file nor a folder");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw Failure.data(
                    "%s was not unpacked: its entry %s is encrypted. Unpack it by hand, with the password that its owners gave you.",
                    file, Refusal.shown(entry.getName()));
        }
        if (!zip.canReadEntryData(entry)) {
            throw Failure.data(
                    "%s was not unpacked: its entry %s is compressed by a method (%s) that psbench does not read. Unpack it by hand.",
                    file, Refusal.shown(entry.getName()), ZipMethod.getMethodByCode(entry.getMethod()));
        }
    }

    private void unpack(ZipFile zip, ZipArchiveEntry entry, EntryName name, Unpacking unpacking) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = zip.getInputStream(entry);
                InputStream content = new CheckedInputStream(unpacking.budget().counted(in), crc)) {
            long bytes = unpacking.file(name, content);
            if (bytes != entry.getSize()) {
                throw new ZipException("the entry " + Refusal.shown(entry.getName()) + " has " + bytes
                        + " bytes instead of " + entry.getSize());
            }
            if (crc.getValue() != entry.getCrc()) {
                throw new ZipException(
                        "the checksum of its entry " + Refusal.shown(entry.getName()) + " does not match");
            }
        }
    }

    private RuntimeException refused(ZipArchiveEntry entry, String why) {
        return Refusal.of(file, "its entry " + Refusal.shown(entry.getName()) + " " + why);
    }
}
