package io.github.psbench.base;

import java.util.Locale;

/** Tells whoever waits how far a long piece of work has come. */
public interface Progress {
    /** Work that tells nobody. */
    Progress SILENT = (what, units) -> new Task() {
        @Override
        public void advance(long done) {}

        @Override
        public void note(String text) {}

        @Override
        public void close() {}
    };

    /**
     * Begins a piece of work.
     *
     * @param what a few words, such as "drawing synthped"
     * @param units how much there is to do, >= 1
     */
    Task begin(String what, long units);

    /** Begins a piece of work that goes on beside others, such as a trial beside other trials. */
    default Task beside(String what, long units) {
        return begin(what, units);
    }

    /** A piece of work under way; closing it ends it, finished or not. Safe for use by several threads. */
    interface Task extends AutoCloseable {
        /**
         * That many more units are done.
         *
         * @throws java.util.concurrent.CancellationException if the work is to stop here
         */
        void advance(long done);

        /** That many units were done at an earlier time; how fast the work goes is not to be told from them. */
        default void resume(long done) {
            if (done > 0) {
                advance(done);
            }
        }

        /** A few words on the state of things, such as "loss 2.31"; replaces the note before. */
        void note(String text);

        /**
         * Training is in this epoch, and came to this loss in its last step; replaces the note before.
         *
         * @param epoch >= 1
         */
        default void note(int epoch, double loss) {
            note(String.format(Locale.ROOT, "epoch %d, loss %.3f", epoch, loss));
        }

        @Override
        void close();
    }
}
