package io.github.psbench.data;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file {@code Label.txt} of PETA: a line for each person, or for each picture, with the attributes that hold. A line begins with what the
 * names of its pictures begin with: the whole name, the name without its ending, or the part before the first underscore.
 */
final class PetaLabels {
    /** Where the labels spell an attribute otherwise than the annotation. */
    private static final Map<String, String> SPELLED = Map.of("footwearSneakers", "footwearSneaker");

    private final Path file;
    private final Map<String, SortedSet<String>> lines = new HashMap<>();

    /** @throws Failure of kind DATA if the file cannot be read */
    PetaLabels(Path file) {
        this.file = file;
        try {
            // Names and attributes are ASCII; Latin-1 takes whatever else there is without an error.
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                String[] words = line.strip().split("\\s+");
                if (!words[0].isEmpty()) {
                    lines.computeIfAbsent(words[0], unseen -> new TreeSet<>())
                            .addAll(Arrays.stream(words)
                                    .skip(1)
                                    .map(word -> SPELLED.getOrDefault(word, word))
                                    .collect(Collectors.toSet()));
                }
            }
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.DATA,
                    file + " cannot be read: " + IoReason.of(e).why() + ". Put a sound copy in its place, or none.",
                    e);
        }
    }

    Path file() {
        return file;
    }

    /** The attributes of a picture; empty if no line is about it. */
    Optional<SortedSet<String>> of(String picture) {
        String stem = picture.substring(0, picture.lastIndexOf('.'));
        return Stream.of(picture, stem, stem.split("_", 2)[0])
                .filter(lines::containsKey)
                .map(lines::get)
                .findFirst();
    }
}
