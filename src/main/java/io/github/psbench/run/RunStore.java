package io.github.psbench.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.WholeFile;
import io.github.psbench.eval.RetrievalScores;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder in which every trial has a folder of its own; see the package's description for what is in it. */
public final class RunStore {
    static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final String SCORES = "scores.json";
    private static final String TIMES = "times.json";
    private static final String FAILURE = "failure.json";

    /** Seconds of each stage; apart from the scores, which are the same in every run of a trial. */
    private record Times(double pretrainingSeconds, double trainingSeconds, double evaluationSeconds) {}

    /** The scores over all queries stand at the top, those over a part of them, if there are any, below their names. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Scores(
            @JsonUnwrapped RetrievalScores all,
            @Nullable RetrievalScores seen,
            @Nullable RetrievalScores unseen) {}

    /** Why a trial failed. */
    private record FailedRun(String kind, String reason) {}

    /** The right to run a trial, held against every other process until closed. */
    record Claim(FileChannel channel, FileLock lock) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            lock.release();
            channel.close();
        }
    }

    private final Path runs;
    private final Path backbones;

    /** @param results the folder that holds {@code runs/} and {@code backbones/}; made when first written to */
    public RunStore(Path results) {
        runs = results.resolve("runs");
        backbones = results.resolve("backbones");
    }

    /** The folder of a pretrained backbone. */
    Path backbone(String id) {
        return backbones.resolve(id);
    }

    /** Whether a backbone is there, by the file that is written last. */
    boolean hasBackbone(String id) {
        return Files.exists(backbone(id).resolve(PretrainedBackbone.MADE));
    }

    /**
     * What something finished took.
     *
     * @param content of its identity
     * @param seconds of its stage
     */
    record Timed(JsonNode content, double seconds, double evaluationSeconds) {}

    /** The finished trials, in no particular order; what cannot be read is left out. */
    List<Timed> timedTrials() {
        return timed(runs, "trial.json", TIMES, "trainingSeconds");
    }

    /** The pretrained backbones, likewise. */
    List<Timed> timedBackbones() {
        return timed(backbones, PretrainedBackbone.CONTENT, PretrainedBackbone.MADE, "seconds");
    }

    private static List<Timed> timed(Path folders, String content, String times, String seconds) {
        List<Timed> timed = new ArrayList<>();
        if (!Files.isDirectory(folders)) {
            return timed;
        }
        try (DirectoryStream<Path> each = Files.newDirectoryStream(folders)) {
            for (Path folder : each) {
                if (Files.exists(folder.resolve(times))) {
                    JsonNode took = JSON.readTree(folder.resolve(times).toFile());
                    timed.add(new Timed(
                            JSON.readTree(folder.resolve(content).toFile()),
                            took.path(seconds).asDouble(),
                            took.path("evaluationSeconds").asDouble()));
                }
            }
        } catch (IOException e) {
            // An estimate does without.
        }
        return timed;
    }

    /** The folder of a trial. */
    public Path folder(String id) {
        return runs.resolve(id);
    }

    /** What a trial measured; null unless it is done. */
    @Nullable
    TrialResult result(String id) {
        Path scores = folder(id).resolve(SCORES);
        if (!Files.exists(scores)) {
            return null;
        }
        Scores values = read(scores, Scores.class);
        Times times = read(folder(id).resolve(TIMES), Times.class);
        return new TrialResult(
                values.all(),
                values.seen(),
                values.unseen(),
                times.pretrainingSeconds(),
                times.trainingSeconds(),
                times.evaluationSeconds());
    }

    /** Why a trial failed; null if it did not. */
    @Nullable
    String failure(String id) {
        Path failure = folder(id).resolve(FAILURE);
        return Files.exists(failure) ? read(failure, FailedRun.class).reason() : null;
    }

    /** Claims a trial for this process; empty if another process has it. */
    Optional<Claim> claim(String id) throws IOException {
        Files.createDirectories(folder(id));
        FileChannel channel =
                FileChannel.open(folder(id).resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new Claim(channel, lock));
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this process itself has it
        }
    }

    /** Says what is about to be run, and where, and forgets an earlier failure or damaged scores. */
    void begin(TrialIdentity identity, JsonNode environment) throws IOException {
        Path folder = folder(identity.id());
        Files.deleteIfExists(folder.resolve(FAILURE));
        Files.deleteIfExists(folder.resolve(SCORES));
        writeJson(folder.resolve("trial.json"), identity.content());
        writeJson(folder.resolve("environment.json"), environment);
    }

    /** Makes a trial done. */
    void finish(String id, TrialResult result) {
        writeJson(
                folder(id).resolve(TIMES),
                new Times(result.pretrainingSeconds(), result.trainingSeconds(), result.evaluationSeconds()));
        writeJson(folder(id).resolve(SCORES), new Scores(result.scores(), result.seen(), result.unseen()));
    }

    /** Makes a trial failed; the next run tries it again. */
    void fail(String id, ErrorKind kind, String reason) {
        writeJson(folder(id).resolve(FAILURE), new FailedRun(kind.name(), reason));
    }

    static void writeJson(Path file, Object value) {
        try {
            WholeFile.write(file, JSON.writeValueAsString(value) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records and trees can be written as JSON", e);
        }
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            return JSON.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.DATA,
                    String.format(
                            "%s is damaged: it is not the JSON that psbench wrote there. The next run makes this trial anew.",
                            file),
                    e);
        }
    }
}
