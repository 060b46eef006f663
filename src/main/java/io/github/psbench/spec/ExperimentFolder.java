package io.github.psbench.spec;

import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import io.github.psbench.settings.Located;
import io.github.psbench.settings.Problems;
import io.github.psbench.settings.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder in which experiment files lie beside each other. */
public final class ExperimentFolder {
    private static final String TITLE = "title";
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private ExperimentFolder() {}

    /**
     * The experiments of a folder: tables, then figures, then others, each by name and number. A file without a title is the base of others
     * and stands for nothing itself; one that cannot be read is among them, so that whoever reads it says why.
     *
     * @throws Failure of kind USAGE if the folder cannot be read
     */
    public static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(ExperimentFolder::standsAlone)
                    .sorted(Comparator.comparing(ExperimentFolder::kind).thenComparing(ExperimentFolder::inOrder))
                    .toList();
        } catch (IOException e) {
            throw Failure.usage(
                    "%s cannot be read: %s. Name experiment files, or begin in a folder that has %s.",
                    folder, IoReason.of(e).why(), folder);
        }
    }

    private static boolean standsAlone(Path file) {
        Located.Mapping root = YamlFile.read(file, new Problems());
        return root == null || root.get(TITLE) != null;
    }

    private static int kind(Path file) {
        String name = name(file);
        return name.startsWith("table") ? 0 : name.startsWith("fig") ? 1 : 2;
    }

    /** table10 comes after table2. */
    private static String inOrder(Path file) {
        return NUMBER.matcher(name(file))
                .replaceAll(number -> "0".repeat(Math.max(0, 9 - number.group().length())) + number.group());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
