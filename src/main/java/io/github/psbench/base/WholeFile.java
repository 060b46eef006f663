package io.github.psbench.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a file whole or not at all: aside, synced, then renamed. A reader or a crash never sees half of it. */
public final class WholeFile {
    /** Fills a file that is not yet in its place. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path aside) throws IOException;
    }

    private static final String SUFFIX = ".part";

    private WholeFile() {}

    public static void write(Path file, String text) {
        write(file, aside -> Files.writeString(aside, text, StandardCharsets.UTF_8));
    }

    /** @throws Failure of kind RESOURCES, naming the file, if it cannot be written; what stood there before is left as it was */
    public static void write(Path file, Content content) {
        Path parent = file.toAbsolutePath().getParent();
        Path aside = null;
        try {
            Files.createDirectories(parent);
            aside = Files.createTempFile(parent, prefix(file), SUFFIX);
            content.writeTo(aside);
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            readableByAll(aside);
            move(aside, file);
        } catch (IOException | UncheckedIOException e) {
            IoReason reason = IoReason.of(e);
            throw new Failure(
                    ErrorKind.RESOURCES,
                    String.format("%s cannot be written: %s. %s", file, reason.why(), reason.remedy()),
                    e);
        } finally {
            deleteQuietly(aside);
        }
    }

    /**
     * Removes what processes that were killed while they wrote a file have left beside it. Only for a caller that knows that nobody is
     * writing it.
     */
    public static void removeLeftovers(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        Pattern leftover = Pattern.compile(Pattern.quote(prefix(file)) + "[0-9]+" + Pattern.quote(SUFFIX));
        try (Stream<Path> files = Files.list(parent)) {
            files.filter(found ->
                            leftover.matcher(found.getFileName().toString()).matches())
                    .forEach(WholeFile::deleteQuietly);
        } catch (IOException | UncheckedIOException e) {
            // They only take up room; a folder that cannot be listed is for the writing to complain about.
        }
    }

    private static String prefix(Path file) {
        return "." + file.getFileName();
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Temporary files are made for their owner alone; what replaces an ordinary file is to be as readable as one. */
    private static void readableByAll(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static void deleteQuietly(@Nullable Path aside) {
        if (aside != null) {
            try {
                Files.deleteIfExists(aside);
            } catch (IOException e) {
                // The file is a leftover with a name of its own, in nobody's way.
            }
        }
    }
}
