package io.github.psbench.data.archive;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import io.github.psbench.base.Progress;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** An archive being unpacked into a folder that nothing else is in. */
final class Unpacking {
    private final Path archive;
    private final Path folder;
    private final Budget budget;
    private final Progress.Task task;

    /** Every file and folder so far, under the name that a file system would know it by which cares for neither case nor accents' form. */
    private final Map<String, String> taken = new HashMap<>();

    private final TreeSet<String> files = new TreeSet<>();
    private long bytes;

    /** @param task its units are bytes of the archive */
    Unpacking(Path archive, Path folder, Budget budget, Progress.Task task) {
        this.archive = archive;
        this.folder = folder;
        this.budget = budget;
        this.task = task;
    }

    Budget budget() {
        return budget;
    }

    /** So many more bytes of the archive are dealt with. */
    void advance(long packed) {
        task.advance(packed);
    }

    /** Begins with the next entry. */
    EntryName begin(String name) {
        budget.countEntry();
        return EntryName.of(archive, name);
    }

    void folder(EntryName name) {
        if (!name.litter()) {
            make(name.parts());
        }
    }

    /**
     * Writes a file, unless it is litter; its content is read to the end either way.
     *
     * @return its bytes
     * @throws IOException if the content cannot be read
     * @throws Failure of kind RESOURCES if it cannot be written
     */
    long file(EntryName name, InputStream content) throws IOException {
        if (name.litter()) {
            return copy(content, OutputStream.nullOutputStream());
        }
        if (name.parts().isEmpty() || taken.containsKey(key(name.path()))) {
            throw Refusal.of(
                    archive, "its entry " + Refusal.shown(name.path()) + " is there twice, or differs in case only");
        }
        Path parent = make(name.parts().subList(0, name.parts().size() - 1));
        taken.put(key(name.path()), name.path());
        files.add(name.path());
        try (OutputStream out = open(parent, name)) {
            long written = copy(content, out);
            bytes += written;
            return written;
        }
    }

    /** Paths of all files, with slashes, sorted. */
    List<String> files() {
        return List.copyOf(files);
    }

    /** Of all files. */
    long bytes() {
        return bytes;
    }

    private Path make(List<String> parts) {
        Path made = folder;
        for (int depth = 1; depth <= parts.size(); depth++) {
            String path = String.join("/", parts.subList(0, depth));
            String before = taken.putIfAbsent(key(path), path);
            if (files.contains(path) || (before != null && !before.equals(path))) {
                throw Refusal.of(
                        archive,
                        "its entry " + Refusal.shown(path) + " is there twice, or differs in case only from "
                                + Refusal.shown(before == null ? path : before));
            }
            made = child(made, parts.get(depth - 1));
            if (before == null) {
                try {
                    Files.createDirectory(made);
                } catch (IOException e) {
                    throw unwritable(e);
                }
            }
        }
        return made;
    }

    private OutputStream open(Path parent, EntryName name) {
        try {
            Path file = child(parent, name.parts().get(name.parts().size() - 1));
            return new Unwritable(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Path child(Path parent, String name) {
        try {
            Path child = parent.resolve(name);
            if (parent.equals(child.getParent())) {
                return child;
            }
        } catch (InvalidPathException e) {
            // Told below: this system has no such names.
        }
        throw Refusal.of(archive, "its entry " + Refusal.shown(name) + " has a name that this system cannot write");
    }

    private long copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long copied = 0;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            copied += read;
            advance(0);
        }
        return copied;
    }

    private static String key(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    private Failure unwritable(IOException e) {
        return new Failure(
                ErrorKind.RESOURCES,
                "%s could not be unpacked into %s: %s. Check the disk's free space and the folder's permissions."
                        .formatted(archive, folder, IoReason.of(e).why()),
                e);
    }

    /** Turns failures to write into failures of the disk, so that those to read are failures of the archive. */
    private final class Unwritable extends FilterOutputStream {
        Unwritable(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            try {
                out.write(from, offset, length);
            } catch (IOException e) {
                throw unwritable(e);
            }
        }

        @Override
        public void close() {
            try {
                super.close();
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
    }
}
