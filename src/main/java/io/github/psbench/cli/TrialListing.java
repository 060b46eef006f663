package io.github.psbench.cli;

import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The trials of a plan as text: a line each, or, where they are many, a line for each row on each data set. */
final class TrialListing {
    private static final int MOST_LINES = 100;
    private static final int MOST_NAMED = 5;

    private TrialListing() {}

    static String text(List<TrialOutcome> outcomes) {
        List<List<String>> lines = outcomes.size() <= MOST_LINES ? each(outcomes) : together(outcomes);
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder cells = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                cells.append(line.get(column))
                        .append(" ".repeat(widths[column] - line.get(column).length() + 2));
            }
            text.append(cells.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static List<List<String>> each(List<TrialOutcome> outcomes) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("trial", "row", "data set", "seed", "state"));
        for (TrialOutcome outcome : outcomes) {
            lines.add(List.of(
                    outcome.id() == null ? "-" : outcome.id().substring(0, 12),
                    outcome.spec().row(),
                    outcome.spec().dataset(),
                    String.valueOf(outcome.spec().seed()),
                    inWords(outcome.state())));
        }
        return lines;
    }

    private static List<List<String>> together(List<TrialOutcome> outcomes) {
        Map<List<String>, Map<TrialState, Integer>> counts = new LinkedHashMap<>();
        outcomes.forEach(outcome -> counts.computeIfAbsent(
                        List.of(outcome.spec().row(), outcome.spec().dataset()),
                        unseen -> new EnumMap<>(TrialState.class))
                .merge(outcome.state(), 1, Integer::sum));
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("row", "data set", "trials"));
        counts.forEach((cell, states) -> lines.add(List.of(
                cell.get(0),
                cell.get(1),
                states.entrySet().stream()
                        .map(state -> state.getValue() + " " + inWords(state.getKey()))
                        .collect(Collectors.joining(", ")))));
        return lines;
    }

    /** What is the matter with trials that are not done, each reason once on a data set, with its rows, and seeds where others differ. */
    static String reasons(List<TrialOutcome> outcomes) {
        Map<String, List<TrialOutcome>> alike = new LinkedHashMap<>();
        for (TrialOutcome outcome : outcomes) {
            if (outcome.reason() != null) {
                String state = inWords(outcome.state()) + (outcome.state() == TrialState.STALE ? " because " : ": ");
                alike.computeIfAbsent(
                                outcome.spec().dataset() + ", " + state + outcome.reason(), unseen -> new ArrayList<>())
                        .add(outcome);
            }
        }
        StringBuilder text = new StringBuilder();
        alike.forEach((reason, of) -> text.append(System.lineSeparator())
                .append(reason)
                .append(of.size() == outcomes.size() ? "" : " (" + named(of, outcomes) + ")")
                .append(System.lineSeparator()));
        return text.toString();
    }

    private static String named(List<TrialOutcome> some, List<TrialOutcome> all) {
        List<String> names = some.stream()
                .map(outcome -> outcome.spec().row()
                        + (ofRow(outcome, some) == ofRow(outcome, all)
                                ? ""
                                : ", seed " + outcome.spec().seed()))
                .distinct()
                .toList();
        String named = names.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
        return names.size() <= MOST_NAMED ? named : named + " and " + (names.size() - MOST_NAMED) + " more";
    }

    private static long ofRow(TrialOutcome trial, List<TrialOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.spec().row().equals(trial.spec().row())
                        && outcome.spec().dataset().equals(trial.spec().dataset()))
                .count();
    }

    static String inWords(TrialState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
