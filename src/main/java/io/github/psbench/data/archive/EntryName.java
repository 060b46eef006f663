package io.github.psbench.data.archive;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where an entry of an archive lies, which is below the folder that it is unpacked into.
 *
 * @param parts the names of its folders and its own; none for that folder itself
 */
record EntryName(List<String> parts) {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    /** What file systems allow. */
    private static final int PART_BYTES = 255;

    private static final int BYTES = 2048;
    private static final int DEPTH = 32;

    /** @throws io.github.psbench.base.Failure of kind DATA if the name is not one to be used, or leads elsewhere */
    static EntryName of(Path archive, String name) {
        if (name.isEmpty()) {
            throw Refusal.of(archive, "an entry has no name");
        }
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            throw refused(archive, name, "has control characters in its name");
        }
        if (name.indexOf('\\') >= 0) {
            throw refused(archive, name, "has a backslash in its name");
        }
        if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
            throw refused(archive, name, "has an absolute path");
        }
        List<String> parts = Arrays.stream(name.split("/", -1))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
        if (parts.contains("..")) {
            throw refused(archive, name, "leads out of the folder");
        }
        if (bytes(name) > BYTES || parts.size() > DEPTH || parts.stream().anyMatch(part -> bytes(part) > PART_BYTES)) {
            throw refused(archive, name, "has too long a name");
        }
        return new EntryName(parts);
    }

    /** Whether some operating system put it into the archive, unasked. */
    boolean litter() {
        return parts.stream()
                .anyMatch(part -> part.equals("__MACOSX") || part.equals(".DS_Store") || part.startsWith("._"));
    }

    /** The parts with slashes between them. */
    String path() {
        return String.join("/", parts);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static RuntimeException refused(Path archive, String name, String why) {
        return Refusal.of(archive, "its entry " + Refusal.shown(name) + " " + why);
    }
}
