package io.github.psbench.data.archive;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The files of an unpacked archive, and the folders that they lie in, each with the names of what is directly in it. */
final class Contents {
    private static final int SHOWN = 8;
    private static final List<String> ARCHIVES = List.of(".zip", ".tar", ".gz", ".tgz", ".rar", ".7z");

    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(jpe?g|png|bmp)");

    private final Set<String> files;
    private final Map<String, TreeSet<String>> folders = new TreeMap<>();

    /** @param files their paths, with slashes */
    Contents(Collection<String> files) {
        this.files = new TreeSet<>(files);
        for (String file : files) {
            String child = file;
            while (!child.isEmpty()) {
                String parent = parent(child);
                folders.computeIfAbsent(parent, unused -> new TreeSet<>())
                        .add(child.substring(parent.isEmpty() ? 0 : parent.length() + 1));
                child = parent;
            }
        }
    }

    /** Their paths, sorted. */
    Set<String> files() {
        return files;
    }

    /** The shallowest file of a name. */
    Optional<String> file(String name) {
        return files.stream().filter(file -> name(file).equals(name)).min(Comparator.comparing(Contents::depth));
    }

    /** The folder that directly holds the most of what is asked for; of several, the shallowest. Its path is "" for the archive's own. */
    Optional<String> folderWithMost(Predicate<String> names) {
        return folders.keySet().stream()
                .filter(folder -> count(folder, names) > 0)
                .max(Comparator.comparing((String folder) -> count(folder, names))
                        .thenComparing(Comparator.comparing(Contents::depth).reversed()));
    }

    /** How many pictures a folder directly holds. */
    long pictures(String folder) {
        return count(folder, name -> PICTURE.matcher(name).matches());
    }

    /** Whether a folder directly holds a file or folder of that name. */
    boolean holds(String folder, String name) {
        return children(folder).contains(name);
    }

    /** In words, for whoever expected something else. */
    String describe() {
        if (files.isEmpty()) {
            return "It holds no file at all.";
        }
        List<String> top = children("").stream()
                .map(name -> folders.containsKey(name) ? name + "/" : name)
                .toList();
        List<String> nested = files.stream()
                .filter(file -> ARCHIVES.stream().anyMatch(file::endsWith))
                .toList();
        return "It holds " + list(top) + "."
                + (nested.isEmpty()
                        ? ""
                        : " There are archives in it (" + list(nested)
                                + "): unpack it by hand, and give each of them with --archive.");
    }

    private int count(String folder, Predicate<String> names) {
        return (int) children(folder).stream().filter(names).count();
    }

    private Set<String> children(String folder) {
        return folders.getOrDefault(folder, new TreeSet<>());
    }

    private static String list(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(SHOWN, names.size())))
                + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static long depth(String path) {
        return path.isEmpty() ? 0 : 1 + path.chars().filter(c -> c == '/').count();
    }
}
