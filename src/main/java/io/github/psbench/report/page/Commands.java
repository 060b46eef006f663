package io.github.psbench.report.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Commands as they are typed into a shell. */
public final class Commands {
    private static final String PSBENCH = "./psbench";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,+@%-]+");

    private Commands() {}

    /** Runs an experiment, or what is missing of it. */
    static String run(Exhibit exhibit) {
        List<String> words =
                new ArrayList<>(List.of(PSBENCH, "run", exhibit.file().toString()));
        words.addAll(exhibit.options());
        return shell(words);
    }

    /** @param results the folder that holds the runs */
    static String reproduce(String shortId, Path results) {
        List<String> words = new ArrayList<>(List.of(PSBENCH, "runs", "reproduce", shortId));
        if (!results.equals(Path.of("results"))) {
            words.addAll(List.of("--results", results.toString()));
        }
        return shell(words);
    }

    /** A command of psbench, as it was typed or as good as that. */
    public static String psbench(List<String> arguments) {
        return PSBENCH + " " + shell(arguments);
    }

    private static String shell(List<String> words) {
        return words.stream().map(Commands::quoted).collect(Collectors.joining(" "));
    }

    /** In single quotes where a shell might take it for anything but one word. */
    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
