package io.github.psbench.data.cache;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import io.github.psbench.data.cache.CachedFile.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Removes files of the cache. What is being made at this moment stays: a file whose {@code .lock} another process holds, or half of one that
 * has no lock and changed within the last minute. Pixels that a process has mapped may be removed; it keeps them until it ends.
 *
 * @param dataset whose pixels and drawings are chosen; "" for none
 * @param all chooses pixels and drawings of all data sets, damaged ones among them, and digests
 * @param engine chooses the libraries of the engine
 */
public record CacheClearing(String dataset, boolean all, boolean engine) {
    private static final Pattern PART = Pattern.compile("\\.(.+\\.(?:u8|rgb|digest))[0-9]+\\.part");
    private static final Duration AT_WORK = Duration.ofMinutes(1);

    /**
     * What was done.
     *
     * @param removed or would be
     * @param atWork was chosen, but is being made at this moment
     */
    public record Cleared(List<CachedFile> removed, List<CachedFile> atWork) {
        /** Bytes that are free now. */
        public long bytes() {
            return removed.stream().mapToLong(CachedFile::bytes).sum();
        }
    }

    /** Whether a file is to go; halves of files always are. */
    public boolean chooses(CachedFile file) {
        return switch (file.kind()) {
            case PIXELS, DRAWINGS ->
                all || (!dataset.isEmpty() && file.dataset().equals(dataset));
            case DIGEST -> all;
            case ENGINE -> engine;
            case LEFTOVER -> true;
            case WEIGHTS, OTHER -> false;
        };
    }

    /**
     * Removes what is chosen.
     *
     * @param dryRun only says what would go
     * @throws Failure of kind RESOURCES, naming the file, if one cannot be removed
     */
    public Cleared clear(CacheContents contents, boolean dryRun) {
        List<CachedFile> removed = new ArrayList<>();
        List<CachedFile> atWork = new ArrayList<>();
        for (CachedFile file : contents.files()) {
            if (chooses(file)) {
                try {
                    (remove(file, dryRun) ? removed : atWork).add(file);
                } catch (IOException e) {
                    throw new Failure(
                            ErrorKind.RESOURCES,
                            "%s cannot be removed: %s. Check its folder's permissions."
                                    .formatted(file.file(), IoReason.of(e).why()),
                            e);
                }
            }
        }
        return new Cleared(removed, atWork);
    }

    /** @return false if it is being made at this moment */
    private static boolean remove(CachedFile file, boolean dryRun) throws IOException {
        Path lock = lock(file);
        if (!Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
            if (file.kind() == Kind.LEFTOVER && changedJustNow(file.file())) {
                return false;
            }
            delete(file.file(), dryRun);
            return true;
        }
        // The lock is kept while its file goes; the empty lock file stays, as another process may be waiting for it.
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock held = tryLock(channel)) {
            if (held != null) {
                delete(file.file(), dryRun);
            }
            return held != null;
        }
    }

    private static Path lock(CachedFile file) {
        Matcher part = PART.matcher(String.valueOf(file.file().getFileName()));
        return file.file()
                .resolveSibling((part.matches() ? part.group(1) : file.file().getFileName()) + ".lock");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this process itself has it
        }
    }

    private static boolean changedJustNow(Path file) throws IOException {
        Instant changed =
                Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        return changed.isAfter(Instant.now().minus(AT_WORK));
    }

    /** A file, or a folder with all in it; links in it are removed, not followed. */
    private static void delete(Path chosen, boolean dryRun) throws IOException {
        if (dryRun) {
            return;
        }
        Files.walkFileTree(chosen, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
