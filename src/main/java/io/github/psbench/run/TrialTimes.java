package io.github.psbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.psbench.run.work.StepTimes;
import org.jspecify.annotations.Nullable;

/**
 * How long a finished trial took, and on what.
 *
 * @param trainingSeconds wall time of the main stage over all processes, with checkpoints and warm-up, without validation
 * @param pretrainingSeconds likewise of attribute pretraining, in whichever trial it was done; 0 without
 * @param evaluationSeconds wall time of embedding and scoring
 * @param training steps of the main stage; null if they were not measured
 * @param pretraining steps of attribute pretraining; null if they were not measured, or if there were none
 * @param validation null without a validation split
 * @param machine on which it was finished
 * @param pretrainingMachine on which its backbone was finished; null without one, or if that is not known
 */
public record TrialTimes(
        double trainingSeconds,
        double pretrainingSeconds,
        double evaluationSeconds,
        @Nullable StepTimes training,
        @Nullable StepTimes pretraining,
        @Nullable Evaluations validation,
        Machine machine,
        @Nullable Machine pretrainingMachine) {
    /**
     * Of the validation split, after each epoch.
     *
     * @param measured by the process that finished the trial
     */
    public record Evaluations(int measured, double medianSeconds) {}

    /**
     * What times depend on besides the work.
     *
     * @param device the GPU's name, or the processor's; null if it is not known
     * @param gpu whether the device is a GPU
     * @param threads of the processor; null if it is not known
     * @param trialsAtOnce how many trials the runner had at once on all devices of the machine, at most; null if it is not known
     */
    public record Machine(
            @Nullable String device,
            boolean gpu,
            @Nullable Integer threads,
            @Nullable Integer trialsAtOnce) {
        /** @param environment of {@code environment.json}; may lack anything */
        static Machine of(JsonNode environment) {
            String device = environment.path("device").asText("");
            boolean gpu = device.startsWith("gpu");
            int name = device.indexOf('(');
            return new Machine(
                    !gpu
                            ? environment.path("processor").textValue()
                            : name >= 0 && device.endsWith(")")
                                    ? device.substring(name + 1, device.length() - 1)
                                    : device,
                    gpu,
                    number(environment.path("threads")),
                    number(environment.path(Environment.TRIALS_AT_ONCE)));
        }

        private static @Nullable Integer number(JsonNode node) {
            return node.isInt() ? node.intValue() : null;
        }
    }
}
