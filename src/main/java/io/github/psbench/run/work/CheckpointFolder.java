package io.github.psbench.run.work;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.psbench.base.Folders;
import io.github.psbench.base.Safetensors;
import io.github.psbench.base.Sha256;
import io.github.psbench.base.WholeFile;
import io.github.psbench.train.Checkpoint;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint on disk: everything that a stage needs to be gone on with. It is filled aside, synced and renamed, so it is there whole or not at
 * all; what became of it later is told by the digests in its {@code state.json}.
 *
 * @param epoch counted from 0
 * @param steps of that epoch that are done
 */
record CheckpointFolder(Path folder, int epoch, int steps) {
    private static final int KEPT = 2;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Pattern NAME = Pattern.compile("checkpoint-([0-9]{1,9})-([0-9]{1,9})-[0-9]+");
    private static final String TENSORS = "tensors.safetensors";
    private static final String METRICS = "metrics.jsonl";
    private static final String STATE = "state.json";

    /**
     * A place in training, for people.
     *
     * @param epoch counted from 0
     */
    static String inWords(int epoch, int steps) {
        return "in epoch %d, after %d steps".formatted(epoch + 1, steps);
    }

    /**
     * What is known of a stage besides its tensors.
     *
     * @param seconds of training until here, over all attempts
     * @param measured of its steps; null in a checkpoint from before they were
     */
    record State(
            int epoch,
            int steps,
            double seconds,
            StepClock.@Nullable Measured measured,
            String tensorsSha256,
            String metricsSha256) {}

    /** All of a folder of work, the furthest first. */
    static List<CheckpointFolder> of(Path work) throws IOException {
        try (Stream<Path> folders = Files.list(work)) {
            return folders.map(CheckpointFolder::parse)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparingInt(CheckpointFolder::epoch)
                            .thenComparingInt(CheckpointFolder::steps)
                            .thenComparing(CheckpointFolder::folder)
                            .reversed())
                    .toList();
        }
    }

    private static Optional<CheckpointFolder> parse(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        return name.matches()
                ? Optional.of(
                        new CheckpointFolder(folder, Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2))))
                : Optional.empty();
    }

    /**
     * Keeps a checkpoint and the one before it, and removes all others.
     *
     * @param lease under which it is kept; its number is part of the name
     * @param metrics the file with all lines until here
     * @param measured of the steps until here
     */
    static void write(
            Path work, int lease, Checkpoint checkpoint, Path metrics, double seconds, StepClock.Measured measured)
            throws IOException {
        Path place = work.resolve(
                "checkpoint-%04d-%06d-%s".formatted(checkpoint.epoch(), checkpoint.steps(), LeaseFile.inName(lease)));
        if (!Files.exists(place)) {
            Path aside = Files.createTempDirectory(work, ".checkpoint-");
            Path tensors = aside.resolve(TENSORS);
            Safetensors.write(tensors, checkpoint.tensors());
            Path lines = Files.copy(metrics, aside.resolve(METRICS));
            try (FileChannel channel = FileChannel.open(lines, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            State state = new State(
                    checkpoint.epoch(),
                    checkpoint.steps(),
                    seconds,
                    measured,
                    Sha256.ofFile(tensors),
                    Sha256.ofFile(lines));
            WholeFile.write(aside.resolve(STATE), JSON.writeValueAsString(state) + "\n");
            Folders.sync(aside);
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
            Folders.sync(work);
        }
        List<CheckpointFolder> all = of(work);
        for (CheckpointFolder old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            Folders.delete(old.folder());
        }
    }

    /** Its state; empty if a file of it is missing or is not what was written. */
    Optional<State> state() throws IOException {
        try {
            State state = JSON.readValue(folder.resolve(STATE).toFile(), State.class);
            boolean sound = Sha256.ofFile(folder.resolve(TENSORS)).equals(state.tensorsSha256())
                    && Sha256.ofFile(metrics()).equals(state.metricsSha256());
            return sound ? Optional.of(state) : Optional.empty();
        } catch (JacksonException | FileNotFoundException | NoSuchFileException e) {
            return Optional.empty();
        }
    }

    Path metrics() {
        return folder.resolve(METRICS);
    }

    Checkpoint read(NDManager manager) {
        return new Checkpoint(epoch, steps, Safetensors.read(folder.resolve(TENSORS), manager));
    }
}
