package io.github.psbench.run.work;

/**
 * What the gradient steps of a stage took, without checkpoints, validation and warm-up. The quartiles are linear between neighbours.
 *
 * @param steps of the stage, whether measured or not
 * @param measured how many tell the times, >= 1; of a stage that was stopped and gone on with, those of all its processes
 * @param warmUp how many at the beginning of each process were not measured
 * @param images of a full batch
 * @param medianSeconds of a step
 * @param lowerQuartileSeconds likewise
 * @param upperQuartileSeconds likewise
 * @param processors that were busy with the process during the measured steps, on average; of one thread that is never kept waiting, 1. 0 if
 *     the system does not tell
 */
public record StepTimes(
        long steps,
        int measured,
        int warmUp,
        int images,
        double medianSeconds,
        double lowerQuartileSeconds,
        double upperQuartileSeconds,
        double processors) {
    /** All steps of the stage at the median: what it takes where nothing has to warm up and nothing disturbs it. */
    public double seconds() {
        return steps * medianSeconds;
    }

    public double imagesPerSecond() {
        return images / medianSeconds;
    }
}
