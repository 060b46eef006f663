package io.github.psbench.run;

import io.github.psbench.run.work.StepTimes;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of the stages of a trial besides how long they took as a whole.
 *
 * @param training null: by an earlier psbench, or too few steps
 * @param pretraining likewise, in whichever trial it was done; null without
 * @param backbone id of the pretrained backbone that it started from; null without, or if an earlier psbench made the trial
 * @param validation of the validation split after each epoch; null without
 */
record MeasuredStages(
        @Nullable StepTimes training,
        @Nullable StepTimes pretraining,
        @Nullable String backbone,
        TrialTimes.@Nullable Evaluations validation) {
    static final MeasuredStages NOTHING = new MeasuredStages(null, null, null, null);
}
