package io.github.psbench.report.time;

import io.github.psbench.run.RunStore;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.Published;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An experiment's times beside the published ones, in no format.
 *
 * @param datasets those of the experiment, then in the paper's order those that only the paper has
 * @param rows for each data set every method: the published ones in the paper's order, then the others in the experiment's
 */
record TimeTable(Experiment experiment, List<String> datasets, List<TimeRow> rows) {
    TimeTable {
        datasets = List.copyOf(datasets);
        rows = List.copyOf(rows);
    }

    /** @param outcomes one for each trial of the experiment */
    static TimeTable of(Experiment experiment, List<TrialOutcome> outcomes, RunStore store) {
        List<TimedTrial> trials =
                outcomes.stream().map(outcome -> TimedTrial.of(outcome, store)).toList();
        Set<String> datasets = new LinkedHashSet<>(experiment.datasets());
        published(experiment).forEach(row -> datasets.addAll(row.minutes().keySet()));
        Set<String> names = new LinkedHashSet<>();
        published(experiment).forEach(row -> names.add(row.name()));
        names.addAll(experiment.rows());
        List<TimeRow> rows = new ArrayList<>();
        for (String dataset : datasets) {
            for (String name : names) {
                rows.add(new TimeRow(
                        name,
                        dataset,
                        published(experiment).stream()
                                .filter(row -> row.name().equals(name))
                                .findFirst()
                                .orElse(null),
                        trials.stream()
                                .filter(trial -> trial.outcome().spec().row().equals(name)
                                        && trial.outcome().spec().dataset().equals(dataset))
                                .toList(),
                        experiment.rows().contains(name)));
            }
        }
        return new TimeTable(experiment, List.copyOf(datasets), rows);
    }

    private static List<Published.Row> published(Experiment experiment) {
        return experiment.published() == null
                ? List.of()
                : experiment.published().rows();
    }

    List<Published.Row> published() {
        return published(experiment);
    }

    /** Of one data set. */
    List<TimeRow> rows(String dataset) {
        return rows.stream().filter(row -> row.dataset().equals(dataset)).toList();
    }

    /** All trials in the experiment's order. */
    Stream<TimedTrial> trials() {
        return rows.stream().flatMap(row -> row.trials().stream());
    }
}
