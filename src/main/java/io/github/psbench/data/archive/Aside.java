package io.github.psbench.data.archive;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import io.github.psbench.base.ProcessLock;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder in a data root that archives are unpacked into before they are put in place, held against every other process until closed. */
final class Aside implements AutoCloseable {
    private static final String NAME = ".psbench-unpacking";
    private static final String LOCK = "lock";

    private final Path folder;
    private final List<Path> made;
    private final ProcessLock lock;

    private Aside(Path folder, List<Path> made, ProcessLock lock) {
        this.folder = folder;
        this.made = made;
        this.lock = lock;
    }

    /**
     * Makes the folder, and empties it of what a run that was cut off may have left.
     *
     * @param root made if it does not exist
     * @throws Failure of kind USAGE if the root, or a folder that it lies in, is a file; of kind BUSY if another process has the folder; of
     *     kind RESOURCES if it cannot be made
     */
    static Aside in(Path root) {
        Path folder = root.toAbsolutePath().resolve(NAME);
        List<Path> missing = missing(root);
        try {
            Files.createDirectories(root);
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(folder); // fails where something else has that name, such as a link
            }
            ProcessLock lock = ProcessLock.attempt(folder.resolve(LOCK))
                    .orElseThrow(() -> new Failure(
                            ErrorKind.BUSY,
                            "Another psbench unpacks into %s at this moment. Wait until it is done, and run the same command again."
                                    .formatted(root),
                            null));
            Aside aside = new Aside(folder, missing, lock);
            aside.empty();
            return aside;
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.RESOURCES,
                    "The folder %s, to unpack into, cannot be made or emptied: %s. Check the permissions of %s, or choose another data root with --data."
                            .formatted(folder, IoReason.of(e).why(), root),
                    e);
        }
    }

    /** The folders that are to be made for a root, the innermost first. */
    private static List<Path> missing(Path root) {
        List<Path> missing = new ArrayList<>();
        Path there = root.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
            missing.add(there);
            there = there.getParent();
        }
        if (Files.isRegularFile(there)) {
            throw Failure.usage(
                    "The data root %s cannot be: %s is a file, not a folder. Name a folder with --data or $PSBENCH_DATA.",
                    root, there);
        }
        return missing;
    }

    /** A new folder in it. */
    Path make(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    /** Removes the folder with all that is still in it, and the data root, if it was made for this and nothing was put in place. */
    @Override
    public void close() {
        try {
            empty();
            lock.close();
            Files.deleteIfExists(folder);
            for (Path empty : made) {
                Files.deleteIfExists(empty);
            }
        } catch (IOException e) {
            // What is not empty stays; the next delivery removes the rest. What brought us here, if it is a failure,
            // matters more.
        } finally {
            lock.close();
        }
    }

    /** Links are removed, not followed. */
    private void empty() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.equals(folder.resolve(LOCK))) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                if (!visited.equals(folder)) {
                    Files.delete(visited);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
