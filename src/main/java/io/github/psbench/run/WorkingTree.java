package io.github.psbench.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The git repository that a folder is in. */
final class WorkingTree {
    static final int MOST_BYTES = 1_000_000;
    static final String FILE = "changes.diff";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final @Nullable String commit;
    private final byte @Nullable [] changes;

    private WorkingTree(@Nullable String commit, byte @Nullable [] changes) {
        this.commit = commit;
        this.changes = changes;
    }

    /** The commit that is checked out; null if the folder is in no repository, or git is not to be had. */
    @Nullable
    String commit() {
        return commit;
    }

    /** Whether files that git knows have changes that are not committed; null if that is not known. */
    @Nullable
    Boolean isDirty() {
        return changes == null ? null : changes.length > 0;
    }

    static WorkingTree of(Path folder) {
        byte[] commit = git(folder, "rev-parse", "HEAD");
        byte[] changes =
                commit == null ? null : git(folder, "diff", "--no-ext-diff", "--no-textconv", "--no-color", "HEAD");
        return new WorkingTree(commit == null ? null : new String(commit, StandardCharsets.UTF_8).strip(), changes);
    }

    /** Keeps the changes as {@code changes.diff}, if there are any. What is over 1 MB is cut off, and the last line says so. */
    void keepChanges(Path into) throws IOException {
        if (changes == null || changes.length == 0) {
            return;
        }
        if (changes.length <= MOST_BYTES) {
            Files.write(into.resolve(FILE), changes);
            return;
        }
        ByteArrayOutputStream cut = new ByteArrayOutputStream();
        cut.write(changes, 0, MOST_BYTES);
        cut.writeBytes(
                "\n(cut off here: psbench keeps 1 MB of uncommitted changes)\n".getBytes(StandardCharsets.UTF_8));
        Files.write(into.resolve(FILE), cut.toByteArray());
    }

    /** What git prints, as far as it is of interest; null if it fails, or takes its time. */
    private static byte @Nullable [] git(Path folder, String... arguments) {
        // Git may want to write down what it has found out about files; a trial leaves the repository alone.
        List<String> command = new ArrayList<>(List.of("git", "--no-optional-locks"));
        command.addAll(Arrays.asList(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return null; // no git on this machine
        }
        try {
            process.getOutputStream().close();
            CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> read(process));
            byte[] printed = output.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (printed.length > MOST_BYTES) {
                return printed;
            }
            return process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0
                    ? printed
                    : null;
        } catch (IOException | ExecutionException | TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            process.destroyForcibly();
        }
    }

    private static byte[] read(Process process) {
        try {
            return process.getInputStream().readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            return new byte[0]; // it was ended, which its exit code tells
        }
    }
}
