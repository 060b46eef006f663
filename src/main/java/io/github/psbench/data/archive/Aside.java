package io.github.psbench.data.archive;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
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
import org.jspecify.annotations.Nullable;

/** The folder in a data root that archives are unpacked into before they are put in place, held against every other process until closed. */
final class Aside implements AutoCloseable {
    private static final String NAME = ".psbench-unpacking";
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel channel;

    private Aside(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Makes the folder, and empties it of what a run that was cut off may have left.
     *
     * @param root made if it does not exist
     * @throws Failure of kind RESOURCES if that cannot be done, or another process has the folder
     */
    static Aside in(Path root) {
        Path folder = root.toAbsolutePath().resolve(NAME);
        try {
            Files.createDirectories(root);
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(folder); // fails where something else has that name, such as a link
            }
            FileChannel channel = FileChannel.open(
                    folder.resolve(LOCK),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            if (lock(channel) == null || !Files.exists(folder.resolve(LOCK))) {
                channel.close();
                throw Failure.resources(
                        "Another psbench unpacks into %s at this moment. Wait until it is done, and run the same command again.",
                        root);
            }
            Aside aside = new Aside(folder, channel);
            aside.empty();
            return aside;
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.RESOURCES,
                    "The folder %s, to unpack into, cannot be made or emptied: %s. Check the permissions of %s, or choose another data root with --data."
                            .formatted(folder, e, root),
                    e);
        }
    }

    /** A new folder in it. */
    Path make(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    /** Removes the folder with all that is still in it. */
    @Override
    public void close() {
        try {
            empty();
            Files.deleteIfExists(folder.resolve(LOCK));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // The next delivery removes it; what brought us here, if it is a failure, matters more.
        } finally {
            release();
        }
    }

    private void release() {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock goes with the process.
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this process itself has it
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
