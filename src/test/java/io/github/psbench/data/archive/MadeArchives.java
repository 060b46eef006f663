package io.github.psbench.data.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Archives for tests, good and bad. The content of each file is its name, unless said otherwise. */
public final class MadeArchives {
    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int LOCAL_HEADER = 0x04034b50;

    private MadeArchives() {}

    /** A zip of files; names that end in a slash are folders. */
    public static Path zip(Path file, List<String> names) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file.toFile())) {
            for (String name : names) {
                put(zip, new ZipArchiveEntry(name), name.endsWith("/") ? new byte[0] : bytes(name));
            }
        }
        return file;
    }

    /** A zip of one entry that only differs from an ordinary one in its Unix mode. */
    static Path zipOfMode(Path file, String name, int mode) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file.toFile())) {
            ZipArchiveEntry entry = new ZipArchiveEntry(name);
            entry.setUnixMode(mode);
            put(zip, entry, bytes("/etc/passwd"));
        }
        return file;
    }

    static Path zipOf(Path file, String name, byte[] content) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file.toFile())) {
            put(zip, new ZipArchiveEntry(name), content);
        }
        return file;
    }

    /** A tar of files, compressed if the file's name ends in gz. */
    public static Path tar(Path file, List<String> names) throws IOException {
        return tarOf(file, names.stream().map(MadeArchives::entry).toList());
    }

    static TarArchiveEntry entry(String name) {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(name.endsWith("/") ? 0 : bytes(name).length);
        return entry;
    }

    static TarArchiveEntry special(String name, byte flag) {
        TarArchiveEntry entry = new TarArchiveEntry(name, flag, true);
        if (flag == TarConstants.LF_SYMLINK || flag == TarConstants.LF_LINK) {
            entry.setLinkName("/etc/passwd");
        }
        return entry;
    }

    static Path tarOf(Path file, List<TarArchiveEntry> entries) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(file.toString().endsWith("gz") ? new GZIPOutputStream(out) : out)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (TarArchiveEntry entry : entries) {
                tar.putArchiveEntry(entry);
                if (entry.getSize() > 0) {
                    tar.write(bytes(entry.getName()));
                }
                tar.closeArchiveEntry();
            }
        }
        return file;
    }

    /** Changes what the directory at a zip's end says of each entry; the buffer begins at the entry. */
    static void editDirectory(Path zip, BiConsumer<ByteBuffer, Integer> edit) throws IOException {
        edit(zip, CENTRAL_HEADER, edit);
    }

    /** Changes the header before each entry's content; the buffer begins at the header. */
    static void editLocal(Path zip, BiConsumer<ByteBuffer, Integer> edit) throws IOException {
        edit(zip, LOCAL_HEADER, edit);
    }

    private static void edit(Path zip, int signature, BiConsumer<ByteBuffer, Integer> edit) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(zip)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 4 <= bytes.limit(); at++) {
            if (bytes.getInt(at) == signature) {
                edit.accept(bytes, at);
            }
        }
        Files.write(zip, bytes.array());
    }

    private static void put(ZipArchiveOutputStream zip, ZipArchiveEntry entry, byte[] content) throws IOException {
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
