package io.github.psbench.run.work;

/**
 * A task under way, as others may see it.
 *
 * @param what a few words, such as "training"
 * @param done units
 * @param units how many there are in all, >= 1
 * @param note a few words on the state of things, or nothing
 */
public record TaskState(String what, long done, long units, String note) {
    /** "pretraining 45 %, epoch 3, loss 4.512" */
    public String inWords() {
        return what + " " + 100 * Math.min(done, units) / units + " %" + (note.isEmpty() ? "" : ", " + note);
    }
}
