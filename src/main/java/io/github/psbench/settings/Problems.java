package io.github.psbench.settings;

import com.google.errorprone.annotations.FormatMethod;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** @throws Failure of kind USAGE, a line a mistake, if there is any */
    public void throwIfAny() {
        throwIfAny(ErrorKind.USAGE, Integer.MAX_VALUE);
    }

    /**
     * @param most how many mistakes of each source are told; of the others, how many they are
     * @throws Failure of this kind, a line a mistake, if there is any
     */
    public void throwIfAny(ErrorKind kind, int most) {
        if (problems.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        problems.stream()
                .collect(Collectors.groupingBy(
                        problem -> problem.place().source(), LinkedHashMap::new, Collectors.toList()))
                .forEach((source, mistakes) -> {
                    mistakes.stream()
                            .limit(most)
                            .map(problem -> problem.place() + ": " + problem.message() + problem.where())
                            .forEach(lines::add);
                    if (mistakes.size() > most) {
                        lines.add(String.format("%s: and %,d more mistakes", source, mistakes.size() - most));
                    }
                });
        throw new Failure(kind, String.join("\n", lines), null);
    }
}
