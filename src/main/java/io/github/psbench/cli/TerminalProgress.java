package io.github.psbench.cli;

import io.github.psbench.base.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Progress on standard error. On a terminal one line is redrawn, at most ten times a second: the tasks under way, outermost first, the
 * innermost with a bar. Tasks that go on beside each other have lines of their own below it. Elsewhere, in a log file say, a line is added every ten seconds. A task that took longer than that leaves a line
 * behind when it ends; shorter ones leave none.
 */
final class TerminalProgress implements Progress {
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final Duration WORTH_A_SUMMARY = Duration.ofSeconds(10);
    private static final String CLEAR = "\r\u001B[K";

    private final PrintWriter out;
    private final OptionalInt columns;
    private final LongSupplier nanos;
    private final List<OpenTask> tasks = new ArrayList<>();
    private final List<OpenTask> beside = new ArrayList<>();
    private boolean lineShown;
    private int linesBelow;
    private long lastShown;

    /**
     * @param columns the terminal's width; empty: not a terminal
     * @param nanos a clock that never goes back
     */
    TerminalProgress(PrintWriter out, OptionalInt columns, LongSupplier nanos) {
        this.out = out;
        this.columns = columns;
        this.nanos = nanos;
        lastShown = nanos.getAsLong();
    }

    /** On this process's standard error; a line half drawn when the process is interrupted is ended, so that the shell starts on its own. */
    static TerminalProgress onStandardError(PrintWriter err) {
        TerminalProgress progress = new TerminalProgress(err, Terminal.columns(), System::nanoTime);
        Runtime.getRuntime().addShutdownHook(new Thread(progress::leaveLine));
        return progress;
    }

    @Override
    public synchronized Task begin(String what, long units) {
        return begin(what, units, tasks);
    }

    @Override
    public synchronized Task beside(String what, long units) {
        return begin(what, units, beside);
    }

    private Task begin(String what, long units, List<OpenTask> open) {
        OpenTask task = new OpenTask(what, new Pace(Math.max(1, units), nanos.getAsLong()));
        open.add(task);
        show();
        return task;
    }

    private void show() {
        long now = nanos.getAsLong();
        Duration pause = columns.isPresent() ? BETWEEN_DRAWINGS : BETWEEN_LINES;
        if (now - lastShown < pause.toNanos() || tasks.isEmpty()) {
            return;
        }
        lastShown = now;
        if (columns.isPresent()) {
            int width = columns.getAsInt() - 1;
            out.print(cleared() + fitted(bar -> line(now, bar), width));
            beside.forEach(task -> out.print("\n" + fitted(bar -> "  " + task.inFull(now, bar), width)));
            lineShown = true;
            linesBelow = beside.size();
        } else {
            out.println(line(now, false));
            beside.forEach(task -> out.println("  " + task.inFull(now, false)));
        }
        out.flush();
    }

    /** What brings the cursor back to the beginning of an empty first line. */
    private String cleared() {
        return linesBelow == 0 ? CLEAR : "\u001B[" + linesBelow + "A\r\u001B[J";
    }

    /** Where the terminal is narrow, the bar goes first, then the end of the line. */
    private static String fitted(Function<Boolean, String> withBar, int width) {
        String line = withBar.apply(true);
        if (codePoints(line) > width) {
            line = withBar.apply(false);
        }
        return codePoints(line) <= width ? line : line.substring(0, line.offsetByCodePoints(0, width));
    }

    private String line(long now, boolean bar) {
        OpenTask innermost = tasks.get(tasks.size() - 1);
        return tasks.stream()
                .map(task -> task == innermost ? task.inFull(now, bar) : task.inShort(now))
                .collect(Collectors.joining(" > "));
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    private void end(OpenTask task) {
        long now = nanos.getAsLong();
        clear();
        if (task.pace.elapsed(now).compareTo(WORTH_A_SUMMARY) >= 0) {
            out.println(task.summary(now));
            lastShown = now;
        }
        out.flush();
    }

    private void clear() {
        if (lineShown) {
            out.print(cleared());
            lineShown = false;
            linesBelow = 0;
            lastShown = nanos.getAsLong() - BETWEEN_DRAWINGS.toNanos();
        }
    }

    private synchronized void leaveLine() {
        if (lineShown) {
            out.println();
            out.flush();
            lineShown = false;
        }
    }

    private final class OpenTask implements Task {
        private final String what;
        private final Pace pace;
        private String note = "";

        OpenTask(String what, Pace pace) {
            this.what = what;
            this.pace = pace;
        }

        @Override
        public void advance(long done) {
            synchronized (TerminalProgress.this) {
                pace.advance(done, nanos.getAsLong());
                show();
            }
        }

        @Override
        public void resume(long done) {
            synchronized (TerminalProgress.this) {
                pace.resume(done);
            }
        }

        @Override
        public void note(String text) {
            synchronized (TerminalProgress.this) {
                note = text;
                show();
            }
        }

        @Override
        public void close() {
            synchronized (TerminalProgress.this) {
                if (tasks.remove(this) || beside.remove(this)) {
                    end(this);
                }
            }
        }

        String inFull(long now, boolean bar) {
            return joined(what, bar ? pace.bar() : "", pace.describe(now), note);
        }

        String inShort(long now) {
            return joined(what, pace.count(), pace.left(now));
        }

        String summary(long now) {
            return joined(what, pace.summary(now), note);
        }

        private static String joined(String... parts) {
            return List.of(parts).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("  "));
        }
    }
}
