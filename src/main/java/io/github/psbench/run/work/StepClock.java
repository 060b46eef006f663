package io.github.psbench.run.work;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.commons.statistics.descriptive.Quantile;
import org.jspecify.annotations.Nullable;

/**
 * Times the steps of a stage. The first of a process are left out: classes are still being compiled, pictures read for the first time, and the
 * engine's memory and algorithms chosen.
 */
final class StepClock {
    /** Steps at the beginning of each process that are not measured. */
    static final int WARM_UP = 10;

    /** Linear between neighbours, as numpy and R have it where nothing else is said. */
    private static final Quantile QUANTILE = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

    private static final double NANOSECONDS = 1e9;

    private final LongSupplier clock;
    private final List<Long> nanoseconds;
    private int images;
    private int warm;
    private long begun;

    /**
     * What was measured so far, over all processes.
     *
     * @param images of the largest batch
     * @param nanoseconds of each step
     */
    record Measured(int images, List<Long> nanoseconds) {
        static final Measured NOTHING = new Measured(0, List.of());

        Measured {
            nanoseconds = List.copyOf(nanoseconds);
        }
    }

    /** @param clock in nanoseconds from any beginning */
    StepClock(Measured earlier, LongSupplier clock) {
        this.clock = clock;
        this.images = earlier.images();
        this.nanoseconds = new ArrayList<>(earlier.nanoseconds());
    }

    void begins(int batch) {
        images = Math.max(images, batch);
        begun = clock.getAsLong();
    }

    void ends() {
        long now = clock.getAsLong();
        if (warm < WARM_UP) {
            warm++;
        } else {
            nanoseconds.add(now - begun);
        }
    }

    Measured measured() {
        return new Measured(images, nanoseconds);
    }

    /**
     * @param steps of the stage
     * @return null if none was measured
     */
    @Nullable
    StepTimes times(long steps) {
        if (nanoseconds.isEmpty()) {
            return null;
        }
        double[] seconds =
                nanoseconds.stream().mapToDouble(one -> one / NANOSECONDS).toArray();
        double[] quartiles = QUANTILE.evaluate(seconds, 0.25, 0.5, 0.75);
        return new StepTimes(steps, nanoseconds.size(), WARM_UP, images, quartiles[1], quartiles[0], quartiles[2]);
    }
}
