package io.github.psbench.run.work;

import org.jspecify.annotations.Nullable;

/**
 * A task under way, as others may see it.
 *
 * @param what a few words, such as "training"
 * @param done units
 * @param units how many there are in all, >= 1
 * @param note a few words on the state of things, or nothing
 * @param epoch counted from 1, of training; else null
 * @param loss of the last step, likewise
 */
public record TaskState(
        String what,
        long done,
        long units,
        String note,
        @Nullable Integer epoch,
        @Nullable Double loss) {
    /** "pretraining 45 %, epoch 3, loss 4.512" */
    public String inWords() {
        return what + " " + 100 * Math.min(done, units) / units + " %" + (note.isEmpty() ? "" : ", " + note);
    }
}
