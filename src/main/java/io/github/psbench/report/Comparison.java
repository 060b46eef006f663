package io.github.psbench.report;

import io.github.psbench.eval.Metric;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    boolean comparable() {
        return obstacles.isEmpty();
    }

    /** A sentence without markup. */
    String text() {
        // Starts with words of ours, because a name could look like the start of a list.
        String pair = "Compared with the paper: " + row + " (measured) against " + published + " (published): ";
        if (!comparable()) {
            return pair + "not comparable, because " + String.join(", and because ", obstacles) + ".";
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
