package io.github.psbench.run;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a runner does with trials that do not go well.
 *
 * @param slots how many trials run at once, >= 1
 * @param retries how often a trial is begun again whose process crashed, hung, or lacked memory or disk, >= 0; it goes on from its last
 *     checkpoint. One whose loss is no number is not, since it would come to the same
 * @param failFast whether nothing more is begun once a trial has failed; those under way are stopped, and go on in the next run
 * @param timeout after which a trial is ended and counts as failed; null: none
 * @param stall without any progress after which a trial counts as hung
 */
public record RunPolicy(
        int slots, int retries, boolean failFast, @Nullable Duration timeout, Duration stall) {
    public static final RunPolicy USUAL = new RunPolicy(1, 0, false, null, Duration.ofMinutes(30));
}
