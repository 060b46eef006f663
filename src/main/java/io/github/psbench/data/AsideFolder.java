package io.github.psbench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A hidden folder {@code .NAME.PROCESS.part} beside a folder NAME, in which that is filled before it is renamed. */
record AsideFolder(Path target) {
    private static final String SUFFIX = ".part";

    Path folder() {
        return target.resolveSibling(prefix() + ProcessHandle.current().pid() + SUFFIX);
    }

    /** The file that a process has locked as long as it fills the folder. */
    Path lock() {
        return target.resolveSibling(prefix() + "lock");
    }

    /** Makes it, and removes what processes left that were killed. Only for who has the lock. */
    void make() throws IOException {
        Pattern leftover = Pattern.compile(Pattern.quote(prefix()) + "[0-9]+" + Pattern.quote(SUFFIX));
        List<Path> left;
        try (Stream<Path> files = Files.list(target.getParent())) {
            left = files.filter(file ->
                            leftover.matcher(file.getFileName().toString()).matches())
                    .filter(file -> Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
        for (Path folder : left) {
            remove(folder);
        }
        Files.createDirectory(folder());
    }

    /** With all that is in it, if it is there. */
    void remove() throws IOException {
        if (Files.exists(folder(), LinkOption.NOFOLLOW_LINKS)) {
            remove(folder());
        }
    }

    /** Links in it are removed, not followed. */
    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String prefix() {
        return "." + target.getFileName() + ".";
    }
}
