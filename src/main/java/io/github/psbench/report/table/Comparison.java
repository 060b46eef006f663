package io.github.psbench.report.table;

import io.github.psbench.eval.Metric;
import io.github.psbench.report.text.Decimals;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.Published;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A measured row beside the published row that it reproduces.
 *
 * @param seeds how many finished trials the means are over
 * @param obstacles why the paper's protocol was not followed, clauses for a "because"; empty if it was
 * @param differences mean minus published, in percentage points; empty if there are obstacles; only metrics that both rows have in the same
 *     definition
 */
record Comparison(String row, String published, int seeds, List<String> obstacles, Map<Metric, Double> differences) {
    Comparison {
        obstacles = List.copyOf(obstacles);
        differences = differences.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(differences));
    }

    /**
     * The published row that a measured one reproduces: that of its name; for the only row of an experiment the paper's own method. Null if
     * there is none.
     */
    static @Nullable String counterpart(String row, Experiment experiment) {
        if (experiment.published() == null) {
            return null;
        }
        List<Published.Row> rows = experiment.published().rows();
        Stream<Published.Row> named =
                rows.stream().filter(candidate -> candidate.name().equals(row));
        Stream<Published.Row> own = rows.stream()
                .filter(candidate -> candidate.ours() && experiment.rows().size() == 1 && experiment.sweep() == null);
        return Stream.concat(named, own).map(Published.Row::name).findFirst().orElse(null);
    }

    boolean comparable() {
        return obstacles.isEmpty();
    }

    /** Why not, where it is not comparable: the same for all rows of a data set. */
    String reason() {
        return String.join(", and because ", obstacles);
    }

    /** A sentence without markup. */
    String text() {
        // Starts with words of ours, because a name could look like the start of a list.
        String pair = "Compared with the paper: " + row + " (measured) against " + published + " (published): ";
        if (!comparable()) {
            return pair + "not comparable, because " + reason() + ".";
        }
        if (differences.isEmpty()) {
            return pair + "no number is both measured and published in the same definition.";
        }
        return pair
                + differences.entrySet().stream()
                        .map(entry -> entry.getKey().heading() + " " + Decimals.signed(entry.getValue()))
                        .collect(Collectors.joining(", "))
                + " percentage points (n = " + seeds + "). This is a difference, not a verdict.";
    }
}
