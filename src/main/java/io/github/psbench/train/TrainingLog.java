package io.github.psbench.train;

import java.util.SortedMap;

/** Hears of every step and epoch of training. */
@FunctionalInterface
public interface TrainingLog {
    /**
     * One gradient step.
     *
     * @param stage "pretraining" or "training"
     * @param epoch counted from 1
     * @param step counted from 1 in the epoch
     * @param losses the loss minimised ("loss") and its parts, before the step
     * @param learningRates by parameter group
     */
    record Step(
            String stage,
            int epoch,
            int step,
            SortedMap<String, Double> losses,
            SortedMap<String, Double> learningRates) {}

    void record(Step step);

    /**
     * An epoch of the main stage is over.
     *
     * @param epoch counted from 1
     * @param encoders as they are now; they go on learning afterwards
     */
    default void trained(int epoch, Encoders encoders) {}
}
