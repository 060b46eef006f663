package io.github.psbench.data;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The files of a folder. What operating systems leave in folders (hidden files and folders, Thumbs.db) is left out.
 *
 * @param files in the order of their names' characters, the same on every machine
 * @param faults links that lead nowhere or in circles, and files whose properties cannot be read
 */
record PictureFolder(List<Entry> files, List<Fault> faults) {
    /** Of a fault. */
    static final String BROKEN_LINK = "is a link that leads nowhere, or in a circle";

    private static final Set<String> LITTER = Set.of("Thumbs.db", "desktop.ini");

    /** @param name the path below the folder, with slashes */
    record Entry(String name, Path file, BasicFileAttributes attributes) {}

    /**
     * The files that lie in the folder itself, its own sub-folders left out.
     *
     * @throws Failure of kind DATA if the folder cannot be read
     */
    static PictureFolder list(Path folder) {
        return list(folder, 1);
    }

    /**
     * The files that lie in the folder and in all folders below.
     *
     * @throws Failure of kind DATA if the folder cannot be read
     */
    static PictureFolder below(Path folder) {
        return list(folder, Integer.MAX_VALUE);
    }

    private static PictureFolder list(Path folder, int depth) {
        List<Entry> files = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
                    return !below.equals(folder) && isHidden(below)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isSymbolicLink()) { // it could not be followed
                        faults.add(new Fault(Fault.Kind.DAMAGED, file.toString(), BROKEN_LINK));
                    } else if (!attributes.isDirectory()
                            && !LITTER.contains(file.getFileName().toString())
                            && !isHidden(file)) {
                        files.add(new Entry(folder.relativize(file).toString().replace('\\', '/'), file, attributes));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (file.equals(folder)) {
                        throw e;
                    }
                    faults.add(new Fault(
                            Fault.Kind.DAMAGED,
                            file.toString(),
                            e instanceof FileSystemLoopException
                                    ? BROKEN_LINK
                                    : "cannot be read: " + IoReason.of(e).why()));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.DATA,
                    "The folder " + folder + " cannot be read: "
                            + IoReason.of(e).why() + ".",
                    e);
        }
        files.sort(Comparator.comparing(Entry::name));
        return new PictureFolder(files, faults);
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }
}
