package io.github.psbench.settings;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * Where something was written, for messages: "experiments/table2.yaml:12:5", or "--set loss.asmr.lambda=4" for the command line.
 *
 * @param source a file as the user named it, a preset's resource name, or an option of the command line
 * @param line counted from 1; 0 where the source has no lines
 * @param column counted from 1, in characters; 0 where the source has no lines
 */
public record Place(String source, int line, int column) implements Comparable<Place> {
    /** What a record declares with {@link io.github.psbench.base.Default}: no file holds it, so no message should point to it. */
    public static final Place BUILT_IN = new Place("built in", 0, 0);

    private static final String PRESET = "preset ";

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::source).thenComparingInt(Place::line).thenComparingInt(Place::column);

    /** The beginning of a preset that comes with psbench. */
    public static Place preset(String resource) {
        return new Place(PRESET + resource, 1, 1);
    }

    /** Whether the user wrote this and can change it. */
    public boolean isUsers() {
        return !equals(BUILT_IN) && !source.startsWith(PRESET);
    }

    public static Place start(Path file) {
        return new Place(file.toString(), 1, 1);
    }

    /** A source as a whole: a file that cannot be read, an option of the command line. */
    public static Place whole(String source) {
        return new Place(source, 0, 0);
    }

    /** Another place of the same source. */
    Place at(int otherLine, int otherColumn) {
        return line == 0 ? this : new Place(source, otherLine, otherColumn);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
