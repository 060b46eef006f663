package io.github.psbench.train;

import ai.djl.ndarray.NDManager;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Hears of every step and epoch of a stage of training, and may keep its state, so that it can be gone on with later. */
@FunctionalInterface
public interface TrainingJournal {
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

    /** The step that {@link #begins} told of has ended. */
    void record(Step step);

    /**
     * A gradient step begins, from the loading of its pictures to what the optimiser changes. Checkpoints and whatever {@link #trained} does
     * lie between steps. A GPU may still be at a step that has ended here; the next one then waits for it.
     *
     * @param images of its batch
     */
    default void begins(int images) {}

    /**
     * An epoch of the main stage is over.
     *
     * @param epoch counted from 1
     * @param encoders as they are now; they go on learning afterwards
     */
    default void trained(int epoch, Encoders encoders) {}

    /**
     * What was kept last of this stage, when it was begun before; null: it begins at its beginning.
     *
     * @param manager the tensors are attached to it
     */
    default @Nullable Checkpoint last(NDManager manager) {
        return null;
    }

    /** Whether the state is to be kept now, in the middle of an epoch. It is at the end of every epoch, and where a stage is stopped. */
    default boolean due() {
        return false;
    }

    /** Keeps the state. The tensors go on changing afterwards. */
    default void keep(Checkpoint checkpoint) {}
}
