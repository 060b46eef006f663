package io.github.psbench.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.psbench.run.work.StepTimes;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A trial's {@code times.json}: seconds of each stage, and what was measured of it. Apart from the scores, which are the same in every run of a
 * trial. An earlier psbench wrote the seconds alone.
 *
 * @param backbone id of the one that it started from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimesFile(
        double pretrainingSeconds,
        double trainingSeconds,
        double evaluationSeconds,
        @Nullable StepTimes trainingSteps,
        @Nullable StepTimes pretrainingSteps,
        @Nullable String backbone,
        TrialTimes.@Nullable Evaluations validation) {
    static final String NAME = "times.json";

    static TimesFile of(TrialResult result, MeasuredStages stages) {
        return new TimesFile(
                result.pretrainingSeconds(),
                result.trainingSeconds(),
                result.evaluationSeconds(),
                stages.training(),
                stages.pretraining(),
                stages.backbone(),
                stages.validation());
    }

    static TimesFile read(Path folder) {
        return RunStore.read(folder.resolve(NAME), TimesFile.class);
    }

    /** With where the trial was finished, and its backbone, if that is still there. */
    TrialTimes of(Path folder, RunStore store) {
        return new TrialTimes(
                trainingSeconds,
                pretrainingSeconds,
                evaluationSeconds,
                trainingSteps,
                pretrainingSteps,
                validation,
                machine(folder),
                backbone != null && store.hasBackbone(backbone) ? machine(store.backbone(backbone)) : null);
    }

    private static TrialTimes.Machine machine(Path folder) {
        return TrialTimes.Machine.of(StoredTrials.json(folder.resolve(RunStore.ENVIRONMENT)));
    }
}
