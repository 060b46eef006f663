package io.github.psbench.run;

import io.github.psbench.base.Progress;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.run.work.LeaseWatch;
import io.github.psbench.run.work.TaskState;
import io.github.psbench.run.work.WorkFolder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A trial whose process was started here. */
final class RunningTrial {
    private static final int LAST_BYTES = 4096;
    private static final int LAST_LINES = 5;

    private final Plan.Entry entry;
    private final ComputeDevice device;
    private final WorkFolder work;
    private final Launcher.Launched process;
    private final long begun = System.nanoTime();
    private final long logBegins;
    private final Progress progress;
    private final TrialListener listener;
    private Progress.Task shown;
    private List<TaskState> tasks = List.of();
    private long lastMove = begun;
    private @Nullable String killedBecause;

    private RunningTrial(
            Plan.Entry entry,
            ComputeDevice device,
            WorkFolder work,
            Launcher.Launched process,
            long logBegins,
            Progress progress,
            TrialListener listener) {
        this.entry = entry;
        this.device = device;
        this.work = work;
        this.process = process;
        this.logBegins = logBegins;
        this.progress = progress;
        this.listener = listener;
        shown = progress.beside(name(entry) + ": starting", 1);
    }

    static RunningTrial launch(
            Plan.Entry entry,
            ComputeDevice device,
            RunStore store,
            Launcher launcher,
            Progress progress,
            TrialListener listener)
            throws IOException {
        String id = Objects.requireNonNull(entry.identity()).id();
        WorkFolder work = store.work(id);
        long logBegins = Files.exists(work.log()) ? Files.size(work.log()) : 0;
        RunningTrial trial = new RunningTrial(
                entry, device, work, launcher.launch(id, device, work.log()), logBegins, progress, listener);
        listener.began(id, entry.spec());
        return trial;
    }

    Plan.Entry entry() {
        return entry;
    }

    /** That it computes on. */
    ComputeDevice device() {
        return device;
    }

    String id() {
        return Objects.requireNonNull(entry.identity()).id();
    }

    Launcher.Launched process() {
        return process;
    }

    boolean makes(PretrainingIdentity backbone) {
        return backbone.equals(Objects.requireNonNull(entry.identity()).pretraining());
    }

    /** Why it was ended from here; null if it was not. */
    @Nullable
    String killedBecause() {
        return killedBecause;
    }

    /** Shows how far it is, and ends it if it takes too long, or hangs. */
    void watch(RunPolicy policy, LeaseWatch leases) throws IOException {
        show(leases);
        long now = System.nanoTime();
        Duration timeout = policy.timeout();
        if (timeout != null && now - begun > timeout.toNanos()) {
            end("it took longer than " + inWords(timeout) + " (--timeout)");
        } else if (now - lastMove > policy.stall().toNanos()) {
            end("it made no progress for " + inWords(policy.stall()) + " (--stall)");
        }
    }

    private void end(String reason) {
        killedBecause = reason;
        process.kill();
    }

    private static String inWords(Duration duration) {
        return duration.toSeconds() % 60 == 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }

    /** Shows what its process is at, as its lease tells it. */
    private void show(LeaseWatch watch) throws IOException {
        List<TaskState> now = watch.tasks(work.folder());
        if (now.equals(tasks)) {
            return;
        }
        lastMove = System.nanoTime();
        TaskState before = innermost(tasks);
        TaskState after = innermost(now);
        if (before != null && after != null && before.what().equals(after.what()) && before.done() <= after.done()) {
            shown.advance(after.done() - before.done());
        } else {
            complete(before);
            shown.close();
            shown = after == null
                    ? progress.beside(name() + ": between two stages", 1)
                    : progress.beside(name() + ": " + after.what(), after.units());
            shown.resume(after == null ? 0 : after.done());
        }
        shown.note(after == null ? "" : after.note());
        if (after != null) {
            listener.moved(id(), entry.spec(), after);
        }
        tasks = now;
    }

    /** What its process has left behind it is done, even if nobody saw the end of it. */
    private void complete(@Nullable TaskState task) {
        if (task != null) {
            shown.advance(Math.max(0, task.units() - task.done()));
        }
    }

    /** Its process has ended well. */
    void complete() {
        complete(innermost(tasks));
    }

    private static @Nullable TaskState innermost(List<TaskState> tasks) {
        return tasks.isEmpty() ? null : tasks.get(tasks.size() - 1);
    }

    private String name() {
        return name(entry);
    }

    private static String name(Plan.Entry entry) {
        return entry.spec().row() + ", " + entry.spec().dataset() + ", seed "
                + entry.spec().seed();
    }

    void close() {
        shown.close();
    }

    /** Why its process did not come to its end, with what it printed last. */
    String reason(int exitCode) {
        String why = killedBecause != null
                ? "it was ended: " + killedBecause
                : "its process ended with " + TrialExit.inWords(exitCode);
        String last = lastLines();
        return why + (last.isEmpty() ? "." : ". The last that it printed: " + last);
    }

    private String lastLines() {
        Path log = work.log();
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(logBegins, file.length() - LAST_BYTES);
            byte[] bytes = new byte[(int) Math.max(0, file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            List<String> lines = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
                    .collect(Collectors.joining(" / "));
        } catch (IOException e) {
            return "";
        }
    }
}
