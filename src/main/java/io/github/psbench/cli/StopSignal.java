package io.github.psbench.cli;

import io.github.psbench.base.Progress;
import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a long piece of work where it next tells of its progress, once the process is asked to end (Ctrl-C, SIGTERM), and holds the process
 * until then: a process that goes while the engine computes crashes in it.
 */
final class StopSignal implements Progress, AutoCloseable {
    /** The exit code of a command that was stopped, as a shell reports a program that Ctrl-C ended. */
    static final int STOPPED = 130;

    /** The exit code of a command that SIGTERM stopped. */
    static final int TERMINATED = 143;

    private static final int PATIENCE_SECONDS = 60;

    private final Progress progress;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");
    private volatile boolean stopping;

    /** @param progress hears of the work as long as it goes on */
    StopSignal(Progress progress) {
        this.progress = progress;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Work that a person may stop. */
    @FunctionalInterface
    interface Work<E extends Exception> {
        /** @return the exit code */
        int run(Progress progress) throws E;
    }

    /**
     * Does a command's work, with its progress on standard error, until it is done or the process is asked to end.
     *
     * @param left a sentence on what a stopped command leaves behind
     * @return the exit code
     */
    static <E extends Exception> int during(PrintWriter err, String left, Work<E> work) throws E {
        return during(err, left, TerminalProgress.onStandardError(err), work);
    }

    /** Likewise, with its progress shown elsewhere. */
    static <E extends Exception> int during(PrintWriter err, String left, Progress shown, Work<E> work) throws E {
        try (StopSignal progress = new StopSignal(shown)) {
            return told(err, left, work, progress);
        }
    }

    /** Says that work was stopped, while the process still waits for it. */
    static <E extends Exception> int told(PrintWriter err, String left, Work<E> work, Progress progress) throws E {
        try {
            return work.run(progress);
        } catch (CancellationException e) {
            err.println("Stopped. " + left);
            err.flush();
            return STOPPED;
        }
    }

    /** What the process's end does: it asks the work to stop and waits for {@link #close}. */
    void stop() {
        stopping = true;
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return; // a step of more than a minute: let it go down hard
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Task begin(String what, long units) {
        return stoppable(progress.begin(what, units));
    }

    @Override
    public Task beside(String what, long units) {
        return stoppable(progress.beside(what, units));
    }

    private Task stoppable(Task task) {
        return new Task() {
            @Override
            public void advance(long done) {
                if (stopping) {
                    throw new CancellationException("asked to stop");
                }
                task.advance(done);
            }

            @Override
            public void resume(long done) {
                task.resume(done);
            }

            @Override
            public void note(String text) {
                task.note(text);
            }

            @Override
            public void close() {
                task.close();
            }
        };
    }

    @Override
    public void close() {
        ended.countDown();
        if (!stopping) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
