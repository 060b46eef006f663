package io.github.psbench.run.work;

import io.github.psbench.base.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Progress that others can see too, and that ends work which is no longer this process's to do. */
public final class WatchedProgress implements Progress {
    private final Progress progress;
    private final List<OpenTask> tasks = new ArrayList<>();
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();

    public WatchedProgress(Progress progress) {
        this.progress = progress;
    }

    /** From now on, work ends where it next tells of its progress once the attempt's lease is lost. */
    public void endsWith(Attempt attempt) {
        attempts.add(attempt);
    }

    /** What is under way, outermost first. */
    public synchronized List<TaskState> tasks() {
        return tasks.stream().map(OpenTask::state).toList();
    }

    @Override
    public Task begin(String what, long units) {
        OpenTask task = new OpenTask(what, Math.max(1, units), progress.begin(what, units));
        synchronized (this) {
            tasks.add(task);
        }
        return task;
    }

    private final class OpenTask implements Task {
        private final String what;
        private final long units;
        private final Task shown;
        private long done;
        private String note = "";
        private @Nullable Integer epoch;
        private @Nullable Double loss;

        OpenTask(String what, long units, Task shown) {
            this.what = what;
            this.units = units;
            this.shown = shown;
        }

        TaskState state() {
            return new TaskState(what, done, units, note, epoch, loss);
        }

        @Override
        public void advance(long more) {
            synchronized (WatchedProgress.this) {
                done += more;
            }
            attempts.forEach(Attempt::requireHeld);
            shown.advance(more);
        }

        @Override
        public void resume(long earlier) {
            synchronized (WatchedProgress.this) {
                done += earlier;
            }
            shown.resume(earlier);
        }

        @Override
        public void note(String text) {
            synchronized (WatchedProgress.this) {
                note = text;
            }
            shown.note(text);
        }

        @Override
        public void note(int epoch, double loss) {
            synchronized (WatchedProgress.this) {
                this.epoch = epoch;
                this.loss = loss;
            }
            Task.super.note(epoch, loss);
        }

        @Override
        public void close() {
            synchronized (WatchedProgress.this) {
                tasks.remove(this);
            }
            shown.close();
        }
    }
}
