package io.github.psbench.run;

import io.github.psbench.device.ComputeDevice;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a runner does with trials that do not go well.
 *
 * @param slots as many trials run at once, each on the device of its slot; at least one, and a device as often as trials may share it
 * @param retries how often a trial is begun again whose process crashed, hung, or lacked memory or disk, >= 0; it goes on from its last
 *     checkpoint. One whose loss is no number is not, since it would come to the same
 * @param failFast whether nothing more is begun once a trial has failed; those under way are stopped, and go on in the next run
 * @param timeout after which a trial is ended and counts as failed; null: none
 * @param stall without any progress after which a trial counts as hung
 */
public record RunPolicy(
        List<ComputeDevice> slots,
        int retries,
        boolean failFast,
        @Nullable Duration timeout,
        Duration stall) {
    /** How long a trial may take for what it tells nothing of, such as a step of the largest network on a slow machine. */
    public static final Duration USUAL_STALL = Duration.ofMinutes(30);

    public RunPolicy {
        slots = List.copyOf(slots);
    }

    /** Every trial is begun once, and has all the time that it needs. */
    public static RunPolicy on(List<ComputeDevice> slots) {
        return new RunPolicy(slots, 0, false, null, USUAL_STALL);
    }
}
