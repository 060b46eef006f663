package io.github.psbench.export;

import io.github.psbench.run.RunStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which finished trials of a store are meant. A trial goes by the experiment, row and column that it was first run for.
 *
 * @param experiment only of this one; null: of all
 * @param rows only of these; empty: of all
 * @param datasets likewise
 */
public record Selection(@Nullable String experiment, List<String> rows, List<String> datasets) {
    public static final Selection ALL = new Selection(null, List.of(), List.of());

    /**
     * The trials in the order of their ids.
     *
     * @param looked hears of each trial of the store
     */
    public List<FinishedTrial> of(RunStore store, Consumer<String> looked) {
        List<FinishedTrial> chosen = new ArrayList<>();
        for (String id : store.finished()) {
            FinishedTrial trial = FinishedTrial.read(store, id);
            if (holds(trial)) {
                chosen.add(trial);
            }
            looked.accept(id);
        }
        return chosen;
    }

    private boolean holds(FinishedTrial trial) {
        String row = trial.row();
        return (experiment == null || experiment.equals(trial.experiment()))
                && (rows.isEmpty() || (row != null && rows.contains(row)))
                && (datasets.isEmpty() || datasets.contains(trial.dataset()));
    }
}
