package io.github.psbench.settings;

import com.google.errorprone.annotations.FormatMethod;
import io.github.psbench.base.Failure;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Collects mistakes, each once however often it is met, so that all of them are reported together and in the order of the file. */
public final class Problems {
    /** @param where under which circumstances only the mistake shows; empty: always */
    private record Problem(Place place, String message, String where) {}

    /** {@code where} is left out, so that what is wrong anyway is not told again for each circumstance. */
    private final SortedSet<Problem> problems =
            new TreeSet<>(Comparator.comparing(Problem::place).thenComparing(Problem::message));

    @FormatMethod
    public void add(Place place, String format, Object... arguments) {
        problems.add(new Problem(place, String.format(format, arguments), ""));
    }

    /** Takes in mistakes that were met only under these circumstances. */
    public void addAll(Problems others, String where) {
        others.problems.forEach(other -> problems.add(new Problem(other.place, other.message, where)));
    }

    /** @throws Failure of kind USAGE, a line a mistake, if there is any */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw Failure.usage(
                    "%s",
                    problems.stream()
                            .map(problem -> problem.place() + ": " + problem.message() + problem.where())
                            .collect(Collectors.joining("\n")));
        }
    }
}
