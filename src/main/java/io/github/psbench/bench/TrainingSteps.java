package io.github.psbench.bench;

import static io.github.psbench.bench.Benchmark.Peer;

import ai.djl.ndarray.NDManager;
import io.github.psbench.base.Failure;
import io.github.psbench.data.Input;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PixelCache;
import io.github.psbench.data.picture.Filter;
import io.github.psbench.loss.LearnedWeights;
import io.github.psbench.loss.Loss;
import io.github.psbench.loss.MarginAlignment;
import io.github.psbench.loss.PaperDelta;
import io.github.psbench.loss.SemanticMargin;
import io.github.psbench.model.Backbone;
import io.github.psbench.model.Embedding;
import io.github.psbench.train.LastBatch;
import io.github.psbench.train.LearningRates;
import io.github.psbench.train.PictureTensors;
import io.github.psbench.train.Precision;
import io.github.psbench.train.Recipe;
import io.github.psbench.train.Sgd;
import io.github.psbench.train.StepDecay;
import io.github.psbench.train.TrainedModel;
import io.github.psbench.train.Training;
import io.github.psbench.train.TrainingJournal;
import io.github.psbench.train.TwoStageTraining;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Steps of the main stage as a trial takes them, from the reading of the pictures to what the optimiser changes: MA and ASMR over all training
 * categories, SGD with momentum and weight decay.
 *
 * @param stepsASample a GPU is still at its last step when the next begins, so that several are measured at once there
 */
record TrainingSteps(Setup setup, Backbone backbone, Input input, int batch, int warmUp, int stepsASample)
        implements Workload {
    private static final long SEED = 0;
    /** More than anybody waits for. */
    static final int EPOCHS = 10_000;

    static Benchmark of(Setup setup, Backbone backbone, int height, int width, int batch) {
        boolean gpu = setup.device().isGpu();
        Input input = new Input(height, width, Filter.BICUBIC);
        TrainingSteps steps = new TrainingSteps(setup, backbone, input, batch, gpu ? 150 : 3, gpu ? 10 : 1);
        PersonDataset dataset = setup.dataset().load(setup.places(), setup.progress());
        if (batch > dataset.train().size()) {
            throw Failure.usage(
                    "a batch of %d images is more than the %d training images that %s has",
                    batch, dataset.train().size(), dataset.name());
        }
        List<String> arguments = new ArrayList<>(setup.peerArguments());
        arguments.addAll(List.of(
                "--backbone", backbone.name(),
                "--height", String.valueOf(height),
                "--width", String.valueOf(width),
                "--batch", String.valueOf(batch),
                "--categories", String.valueOf(dataset.trainClasses().size()),
                "--bits", String.valueOf(dataset.schema().bits()),
                "--warm-up", String.valueOf(steps.warmUp),
                "--steps", String.valueOf(steps.stepsASample)));
        return new Benchmark(
                "step %s %dx%d, batch %d".formatted(backbone.name(), height, width, batch),
                (long) batch * steps.stepsASample,
                "images",
                steps,
                new Peer("train.py", arguments));
    }

    @Override
    public void run(Turns turns) {
        PersonDataset dataset = setup.dataset().load(setup.places(), setup.progress());
        setup.prepareEngine();
        try (PixelCache pixels = PixelCache.open(dataset, input, setup.places(), setup.progress());
                NDManager manager = NDManager.newBaseManager(setup.device().onEngine());
                PictureTensors pictures = PictureTensors.open(pixels, input, manager);
                TrainedModel model = TwoStageTraining.train(
                        recipe(setup.precision(), backbone, input, batch, LastBatch.SKIP, EPOCHS),
                        SEED,
                        dataset,
                        pictures,
                        null,
                        setup.places(),
                        manager,
                        new Stopwatch(turns, manager),
                        setup.progress())) {
            throw new IllegalStateException("training ended by itself, after " + EPOCHS + " epochs");
        } catch (CancellationException e) {
            // No turn is left.
        }
    }

    static Recipe recipe(
            Precision precision, Backbone backbone, Input input, int batch, LastBatch lastBatch, int epochs) {
        return new Recipe(
                input,
                precision,
                false,
                true,
                null,
                null,
                null,
                backbone,
                new Embedding(128, List.of(512, 128)),
                null,
                new Loss(
                        new MarginAlignment(32, 0.1),
                        new SemanticMargin(
                                5, new PaperDelta(), new LearnedWeights(1, 0.25), SemanticMargin.Mean.ATTACHED)),
                new Training(
                        epochs,
                        batch,
                        lastBatch,
                        new LearningRates(0.001, 0.01, 0.01),
                        new Sgd(0.9, 5e-4, false),
                        new StepDecay(EPOCHS, 0.1, false),
                        false));
    }

    /** Lets training take its steps when it is their turn. */
    private final class Stopwatch implements TrainingJournal {
        private final Turns turns;
        private final NDManager manager;
        private int steps;

        Stopwatch(Turns turns, NDManager manager) {
            this.turns = turns;
            this.manager = manager;
        }

        @Override
        public void begins(int images) {
            if (isBoundary() && !turns.next()) {
                throw new CancellationException();
            }
        }

        @Override
        public void record(Step step) {
            steps++;
            if (steps > warmUp && isBoundary()) {
                Setup.awaitDevice(manager);
                turns.done();
            }
        }

        /** Between two samples. */
        private boolean isBoundary() {
            return steps >= warmUp && (steps - warmUp) % stepsASample == 0;
        }
    }
}
