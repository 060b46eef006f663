package io.github.psbench.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The YAML files beside one that is not there: one of them was probably meant. */
final class Neighbours {
    /** Other names could steer a terminal. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+\\.ya?ml");

    private static final Pattern ENDING = Pattern.compile("\\.ya?ml$");
    private static final int MOST_LISTED = 20;

    private Neighbours() {}

    /** The end of a message: "; did you mean 'experiments/table4.yaml'?", or what there is; empty if there is nothing to say. */
    static String of(Path file) {
        Path folder = Objects.requireNonNullElse(file.getParent(), Path.of(""));
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(each -> String.valueOf(each.getFileName()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return ", nor the folder that it would be in";
        }
        // The ending, which all have, would make names look alike.
        String written = stem(String.valueOf(file.getFileName()));
        String nearest =
                Suggestion.nearest(written, names.stream().map(Neighbours::stem).toList());
        if (nearest != null) {
            String name = names.stream()
                    .filter(each -> stem(each).equals(nearest))
                    .findFirst()
                    .orElseThrow();
            return "; did you mean '" + file.resolveSibling(name) + "'?";
        }
        return names.isEmpty() || names.size() > MOST_LISTED ? "" : "; its folder has " + String.join(", ", names);
    }

    private static String stem(String name) {
        return ENDING.matcher(name).replaceFirst("");
    }
}
