package io.github.psbench.run;

import io.github.psbench.spec.TrialSpec;
import org.jspecify.annotations.Nullable;

/**
 * A trial of an experiment and where it stands.
 *
 * @param id 64 hexadecimal digits, the trial's folder in the store; null where it cannot be known because the data are missing
 * @param partial which part of the data set's images is there; null if all are, or if it is not known
 * @param result null unless done
 * @param reason a sentence; what has changed, if it is stale; null where there is nothing to say
 */
public record TrialOutcome(
        TrialSpec spec,
        @Nullable String id,
        TrialState state,
        @Nullable String partial,
        @Nullable TrialResult result,
        @Nullable String reason) {}
