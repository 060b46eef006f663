package io.github.psbench.report.table;

import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many trials are in which state; states without a trial are absent. */
public record TrialCounts(Map<TrialState, Integer> byState) {
    public static TrialCounts of(List<TrialOutcome> outcomes) {
        Map<TrialState, Integer> counts = new EnumMap<>(TrialState.class);
        for (TrialOutcome outcome : outcomes) {
            counts.merge(outcome.state(), 1, Integer::sum);
        }
        return new TrialCounts(Collections.unmodifiableMap(counts));
    }

    public int done() {
        return byState.getOrDefault(TrialState.DONE, 0);
    }

    /** The trials without a result: "1 pending, 2 failed"; empty if there are none. */
    public String unfinished() {
        return byState.entrySet().stream()
                .filter(entry -> entry.getKey() != TrialState.DONE)
                .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** What stands in a cell without any value: the worst that became of a trial; {@link #unfinished()} has the rest. */
    public String missing() {
        return Stream.of(
                        TrialState.FAILED,
                        TrialState.NO_DATA,
                        TrialState.RUNNING,
                        TrialState.PARTIAL,
                        TrialState.STALE,
                        TrialState.PENDING)
                .filter(byState::containsKey)
                .map(TrialCounts::word)
                .findFirst()
                .orElseThrow();
    }

    /** "3 done, 1 pending". */
    public String all() {
        return byState.entrySet().stream()
                .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    public static String word(TrialState state) {
        return switch (state) {
            case PENDING -> "pending";
            case STALE -> "stale";
            case PARTIAL -> "partial";
            case RUNNING -> "running";
            case DONE -> "done";
            case FAILED -> "failed";
            case NO_DATA -> "no data";
        };
    }
}
