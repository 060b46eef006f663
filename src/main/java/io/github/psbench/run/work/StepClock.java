package io.github.psbench.run.work;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
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

    private final Clocks clocks;
    private final List<Long> nanoseconds;
    private long ofProcessors;
    private int images;
    private int warm;
    private long begun;
    private long begunOfProcessors;

    /**
     * What steps are timed with.
     *
     * @param wall nanoseconds from any beginning
     * @param processors nanoseconds that processors have spent on this process, all of its threads together
     */
    record Clocks(LongSupplier wall, LongSupplier processors) {
        static Clocks ofThisProcess() {
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new Clocks(System::nanoTime, system::getProcessCpuTime);
        }
    }

    /**
     * What was measured so far, over all processes.
     *
     * @param images of the largest batch
     * @param nanoseconds of each step
     * @param ofProcessors nanoseconds that processors have spent on all these steps
     */
    record Measured(int images, List<Long> nanoseconds, long ofProcessors) {
        static final Measured NOTHING = new Measured(0, List.of(), 0);

        Measured {
            nanoseconds = List.copyOf(nanoseconds);
        }
    }

    StepClock(Measured earlier, Clocks clocks) {
        this.clocks = clocks;
        this.ofProcessors = earlier.ofProcessors();
        this.images = earlier.images();
        this.nanoseconds = new ArrayList<>(earlier.nanoseconds());
    }

    void begins(int batch) {
        images = Math.max(images, batch);
        begunOfProcessors = clocks.processors().getAsLong();
        begun = clocks.wall().getAsLong();
    }

    void ends() {
        long now = clocks.wall().getAsLong();
        long ofProcessorsNow = clocks.processors().getAsLong();
        if (warm < WARM_UP) {
            warm++;
        } else {
            nanoseconds.add(now - begun);
            ofProcessors += ofProcessorsNow - begunOfProcessors;
        }
    }

    Measured measured() {
        return new Measured(images, nanoseconds, ofProcessors);
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
        double whole = nanoseconds.stream().mapToLong(Long::longValue).sum();
        return new StepTimes(
                steps,
                nanoseconds.size(),
                WARM_UP,
                images,
                quartiles[1],
                quartiles[0],
                quartiles[2],
                ofProcessors / Math.max(1, whole));
    }
}
