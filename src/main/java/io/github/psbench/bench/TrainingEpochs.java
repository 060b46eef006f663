package io.github.psbench.bench;

import static io.github.psbench.bench.Benchmark.Peer;

import ai.djl.ndarray.NDManager;
import io.github.psbench.base.Places;
import io.github.psbench.data.Input;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PixelCache;
import io.github.psbench.model.Backbone;
import io.github.psbench.run.work.Attempt;
import io.github.psbench.run.work.StageJournal;
import io.github.psbench.run.work.WatchedProgress;
import io.github.psbench.run.work.WorkFolder;
import io.github.psbench.train.Checkpoint;
import io.github.psbench.train.Encoders;
import io.github.psbench.train.LastBatch;
import io.github.psbench.train.PictureTensors;
import io.github.psbench.train.TwoStageTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Epochs of the main stage as a trial goes through them, with its journal: a line of metrics a step, the lease's heartbeat, a checkpoint at the
 * end of each epoch and every five minutes within. Files are in the system's memory on both sides.
 */
record TrainingEpochs(Setup setup, Backbone backbone, Input input, int batch, Measured measured) implements Workload {
    private static final long SEED = 0;
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMinutes(5);

    /** What of the epochs is measured. */
    enum Measured {
        /**
         * From the reading of the annotation to the end of the first epoch, beginning with an empty cache each time: the data set's digest is
         * made and all of its pictures are decoded, also those that are only searched. The engine is loaded; the first sample is the first
         * work of its process. The other side, which keeps nothing from one epoch to the next, is told the pictures' names.
         */
        FIRST("first epoch"),
        /** From the end of an epoch to the end of the next. */
        LATER("later epoch"),
        /** The part of such an epoch that goes into the journal. */
        JOURNAL("journal of an epoch");

        private final String inWords;

        Measured(String inWords) {
            this.inWords = inWords;
        }
    }

    /** All that there is to measure of one network. */
    static List<Benchmark> of(
            Setup setup, PersonDataset dataset, @Nullable Path list, Backbone backbone, Input input, int batch) {
        List<Benchmark> benchmarks = new ArrayList<>();
        for (Measured measured : Measured.values()) {
            benchmarks.add(new Benchmark(
                    "%s %s %s %dx%d, batch %d"
                            .formatted(
                                    measured.inWords,
                                    dataset.name(),
                                    backbone.name(),
                                    input.height(),
                                    input.width(),
                                    batch),
                    dataset.train().size(),
                    "images",
                    new TrainingEpochs(setup, backbone, input, batch, measured),
                    list == null || measured == Measured.JOURNAL
                            ? null
                            : new Peer(
                                    "epoch.py",
                                    peerArguments(setup, dataset, list, backbone, input, batch, measured))));
        }
        return benchmarks;
    }

    private static List<String> peerArguments(
            Setup setup,
            PersonDataset dataset,
            Path list,
            Backbone backbone,
            Input input,
            int batch,
            Measured measured) {
        List<String> arguments = new ArrayList<>(setup.peerArguments());
        arguments.addAll(List.of(
                "--images", list.toString(),
                "--backbone", backbone.name(),
                "--height", String.valueOf(input.height()),
                "--width", String.valueOf(input.width()),
                "--batch", String.valueOf(batch),
                "--categories", String.valueOf(dataset.trainClasses().size()),
                "--bits", String.valueOf(dataset.schema().bits()),
                "--first", String.valueOf(measured == Measured.FIRST ? 1 : 0),
                "--checkpoints", setup.places().cache().toAbsolutePath().toString()));
        return arguments;
    }

    @Override
    public void run(Turns turns) throws Exception {
        setup.device().useThreads();
        if (measured == Measured.FIRST) {
            while (turns.next()) {
                try (ScratchFolder scratch = ScratchFolder.in(setup.places().cache())) {
                    train(1, new Places(setup.places().data(), scratch.path()), scratch.path(), null);
                    turns.done();
                }
            }
            return;
        }
        try (ScratchFolder scratch = ScratchFolder.in(setup.places().cache())) {
            train(TrainingSteps.EPOCHS, setup.places(), scratch.path(), turns);
        } catch (CancellationException e) {
            // No turn is left.
        }
    }

    /**
     * Goes through some epochs.
     *
     * @param turns of which all epochs but the first are samples; null: nothing is to be waited for
     * @throws CancellationException when there is no turn left
     */
    private void train(int epochs, Places places, Path scratch, @Nullable Turns turns) throws IOException {
        PersonDataset dataset = setup.dataset().load(places, setup.progress());
        WatchedProgress progress = new WatchedProgress(setup.progress());
        WorkFolder work = new WorkFolder(scratch.resolve("work"), scratch.resolve("run"), Files::exists);
        try (Attempt attempt = work.begin(progress::tasks).orElseThrow();
                PixelCache pixels = PixelCache.open(dataset, input, places, progress);
                NDManager manager = NDManager.newBaseManager(setup.device().onEngine());
                PictureTensors pictures = PictureTensors.open(pixels, input, manager);
                Laps journal = new Laps(attempt, turns)) {
            progress.endsWith(attempt);
            TwoStageTraining.train(
                            TrainingSteps.recipe(setup.precision(), backbone, input, batch, LastBatch.KEEP, epochs),
                            SEED,
                            dataset,
                            pictures,
                            null,
                            places,
                            manager,
                            journal,
                            progress)
                    .close();
        }
    }

    /** A trial's journal that lets training go through an epoch when it is its turn. */
    private final class Laps extends StageJournal {
        private final @Nullable Turns turns;
        private long nanoseconds;

        Laps(Attempt attempt, @Nullable Turns turns) throws IOException {
            super(attempt, BETWEEN_CHECKPOINTS);
            this.turns = turns;
        }

        @Override
        public void begins(int images) {
            timed(() -> super.begins(images));
        }

        @Override
        public void record(Step step) {
            timed(() -> super.record(step));
        }

        @Override
        public void keep(Checkpoint checkpoint) {
            timed(() -> super.keep(checkpoint));
        }

        private void timed(Runnable work) {
            long begun = System.nanoTime();
            work.run();
            nanoseconds += System.nanoTime() - begun;
        }

        @Override
        public void trained(int epoch, Encoders encoders) {
            if (turns == null) {
                return;
            }
            if (epoch > 1) {
                if (measured == Measured.JOURNAL) {
                    turns.done(nanoseconds / 1e9);
                } else {
                    turns.done();
                }
            }
            nanoseconds = 0;
            if (!turns.next()) {
                throw new CancellationException();
            }
        }
    }
}
