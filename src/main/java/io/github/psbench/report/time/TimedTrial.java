package io.github.psbench.report.time;

import io.github.psbench.run.Curves;
import io.github.psbench.run.RunStore;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialState;
import io.github.psbench.run.TrialTimes;
import io.github.psbench.run.work.StepTimes;
import io.github.psbench.train.Recipe;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A trial and what its files tell of its times.
 *
 * @param times null unless it is done
 * @param targetEpoch the first epoch, counted from 1, after which the rank-1 of the validation split is at least {@link #TARGET} of what it is
 *     after the last; null without a validation split, or where that is 0
 */
record TimedTrial(
        TrialOutcome outcome,
        @Nullable TrialTimes times,
        @Nullable Integer targetEpoch) {
    static final double TARGET = 0.95;

    private static final double MINUTE = 60;

    /** @throws io.github.psbench.base.Failure of kind DATA if what the trial has left is damaged */
    static TimedTrial of(TrialOutcome outcome, RunStore store) {
        if (outcome.state() != TrialState.DONE) {
            return new TimedTrial(outcome, null, null);
        }
        String id = Objects.requireNonNull(outcome.id());
        Recipe recipe = outcome.spec().recipe();
        return new TimedTrial(
                outcome,
                store.times(id),
                recipe.validation() == null
                        ? null
                        : targetEpoch(store.curves(id), recipe.training().epochs()));
    }

    private static @Nullable Integer targetEpoch(Curves curves, int epochs) {
        SortedMap<Integer, Double> rank1 = curves.validationRank1();
        Double last = rank1.get(epochs);
        if (last == null || last <= 0) {
            return null;
        }
        return rank1.entrySet().stream()
                .filter(epoch -> epoch.getValue() >= TARGET * last)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    Recipe recipe() {
        return outcome.spec().recipe();
    }

    /** Of the main stage; null if they were not measured. */
    @Nullable
    StepTimes steps() {
        return times == null ? null : times.training();
    }

    /** Whether only the whole wall time of training is known. */
    boolean isWhole() {
        return times != null && times.training() == null;
    }

    /** Likewise of pretraining. */
    boolean isWholePretraining() {
        return times != null && recipe().pretraining() != null && times.pretraining() == null;
    }

    /** Without warm-up, unless {@link #isWhole}; null unless the trial is done. */
    @Nullable
    Double trainingMinutes() {
        return times == null ? null : minutes(times.training(), times.trainingSeconds());
    }

    /** Without warm-up, unless {@link #isWholePretraining}; null unless the trial is done, and without pretraining. */
    @Nullable
    Double pretrainingMinutes() {
        return times == null || recipe().pretraining() == null
                ? null
                : minutes(times.pretraining(), times.pretrainingSeconds());
    }

    /** Of training until the end of the epoch in which the target is reached; null if that is not known. */
    @Nullable
    Double targetMinutes() {
        Double training = trainingMinutes();
        return targetEpoch == null || training == null
                ? null
                : training * targetEpoch / recipe().training().epochs();
    }

    private static double minutes(@Nullable StepTimes steps, double whole) {
        return (steps == null ? whole : steps.seconds()) / MINUTE;
    }
}
