package io.github.psbench.report.time;

import io.github.psbench.run.TrialTimes;
import io.github.psbench.run.work.StepTimes;
import io.github.psbench.train.Recipe;
import org.jspecify.annotations.Nullable;

/** What a trial does before it is evaluated. */
enum Stage {
    PRETRAINING,
    TRAINING;

    /** Of a trial's times; null if they were not measured, or if there is no such stage. */
    @Nullable
    StepTimes steps(TrialTimes times) {
        return this == TRAINING ? times.training() : times.pretraining();
    }

    boolean isIn(Recipe recipe) {
        return this == TRAINING || recipe.pretraining() != null;
    }

    /** Images a step; 0 where there is no such stage. */
    int batch(Recipe recipe) {
        return this == TRAINING
                ? recipe.training().batch()
                : recipe.pretraining() == null ? 0 : recipe.pretraining().batch();
    }
}
