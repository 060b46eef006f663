package io.github.psbench.data.cache;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import io.github.psbench.data.cache.CachedFile.Kind;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is in the cache.
 *
 * @param cache its folder, which need not exist
 * @param files in order of folder and name, without empty lock files
 */
public record CacheContents(Path cache, List<CachedFile> files) {
    private static final Pattern PIXELS = Pattern.compile("[0-9a-f]{16}-[0-9]+x[0-9]+-[a-z]+(-r[0-9]+)?\\.u8");
    private static final Pattern DRAWINGS =
            Pattern.compile("([a-z]+-)?seed--?[0-9]+-revision-[0-9]+\\.rgb(\\.digest)?");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern WEIGHTS = Pattern.compile("[0-9a-f]{64}\\.safetensors");
    private static final Pattern LEFTOVER = Pattern.compile("\\..+\\.part");
    private static final String LOCK = ".lock";
    private static final String ENGINE = "engine";

    public CacheContents {
        files = List.copyOf(files);
    }

    /**
     * Only one file of {@code pixels/}, which may be a link.
     *
     * @throws Failure of kind RESOURCES if it cannot be read
     */
    public static CacheContents ofPixels(Path cache, Path file) {
        try {
            return new CacheContents(cache, List.of(known("pixels", file)));
        } catch (IOException e) {
            throw unreadable(cache, e);
        }
    }

    /** @throws Failure of kind RESOURCES if a folder or file cannot be read */
    public static CacheContents of(Path cache) {
        List<CachedFile> files = new ArrayList<>();
        try {
            for (Path entry : Files.isDirectory(cache) ? sorted(cache) : List.<Path>of()) {
                look(entry, files);
            }
        } catch (IOException e) {
            throw unreadable(cache, e);
        }
        return new CacheContents(cache, files);
    }

    /** Bytes of all files. */
    public long bytes() {
        return files.stream().mapToLong(CachedFile::bytes).sum();
    }

    private static Failure unreadable(Path cache, IOException e) {
        return new Failure(
                ErrorKind.RESOURCES,
                "The cache %s cannot be read: %s. Check its permissions, or set $PSBENCH_CACHE to another folder."
                        .formatted(cache, IoReason.of(e).why()),
                e);
    }

    private static void look(Path entry, List<CachedFile> files) throws IOException {
        if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            files.add(other(entry));
            return;
        }
        switch (name(entry)) {
            case "pixels", "synthped", "digests", "weights" -> {
                for (Path file : sorted(entry)) {
                    if (!name(file).endsWith(LOCK)) {
                        files.add(known(name(entry), file));
                    }
                }
            }
            case ENGINE -> files.add(new CachedFile(entry, Kind.ENGINE, total(entry), "", "libraries of the engine"));
            default -> files.add(other(entry));
        }
    }

    private static CachedFile known(String folder, Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return other(file);
        }
        String name = name(file);
        long bytes = Files.size(file);
        if (LEFTOVER.matcher(name).matches()) {
            return new CachedFile(file, Kind.LEFTOVER, bytes, "", "half written: at this moment, or left over");
        }
        if (folder.equals("pixels") && PIXELS.matcher(name).matches()) {
            Optional<PixelHeading> heading = PixelHeading.of(file);
            return new CachedFile(
                    file,
                    Kind.PIXELS,
                    bytes,
                    heading.map(PixelHeading::dataset).orElse(""),
                    heading.map(PixelHeading::describe).orElse("damaged: it does not begin as files of pixels do"));
        }
        if (folder.equals("synthped") && DRAWINGS.matcher(name).matches()) {
            return new CachedFile(file, Kind.DRAWINGS, bytes, "synthped", "pictures of synthped as they were drawn");
        }
        if (folder.equals("digests") && DIGEST.matcher(name).matches()) {
            return new CachedFile(file, Kind.DIGEST, bytes, "", "digest of a data set in files");
        }
        if (folder.equals("weights") && WEIGHTS.matcher(name).matches()) {
            return new CachedFile(file, Kind.WEIGHTS, bytes, "", "weights that were downloaded");
        }
        return other(file);
    }

    private static CachedFile other(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return new CachedFile(file, Kind.OTHER, 0, "", "a symbolic link, not followed");
        }
        boolean regular = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        return new CachedFile(
                file,
                Kind.OTHER,
                regular ? Files.size(file) : 0,
                "",
                "not psbench's" + (regular ? "" : ", not looked into"));
    }

    private static long total(Path folder) throws IOException {
        long[] bytes = new long[1];
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes[0] += attributes.isRegularFile() ? attributes.size() : 0;
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes[0];
    }

    private static List<Path> sorted(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        entries.sort(null);
        return entries;
    }

    private static String name(Path file) {
        @Nullable Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }
}
