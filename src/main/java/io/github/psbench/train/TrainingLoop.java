package io.github.psbench.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.apache.commons.rng.UniformRandomProvider;

/** The loop that both stages share: epochs of batches, each a loss, its gradients, and a step of the optimiser. */
final class TrainingLoop {
    /** The loss of a batch: "loss" is what is minimised, the others are its parts. All scalars, attached to {@code step}. */
    @FunctionalInterface
    interface BatchLoss {
        /** @param stepsBefore in this stage: it follows from the epoch and the batch's place in it */
        SortedMap<String, NDArray> of(EpochOrder.Batch batch, long stepsBefore, NDManager step);
    }

    static final String LOSS = "loss";

    private final String stage;
    private final SgdOptimiser optimiser;
    private final StepDecay decay;
    private final TrainingLog log;

    TrainingLoop(String stage, SgdOptimiser optimiser, StepDecay decay, TrainingLog log) {
        this.stage = stage;
        this.optimiser = optimiser;
        this.decay = decay;
        this.log = log;
    }

    /**
     * Runs a whole stage.
     *
     * @param images how many an epoch goes through
     * @param afterEpoch hears of each epoch that is over, counted from 1
     * @param order the batches of an epoch, drawn from the epoch's own streams of random numbers, named after what they are for
     */
    void run(
            int epochs,
            int images,
            Function<Function<String, UniformRandomProvider>, List<EpochOrder.Batch>> order,
            RandomStreams random,
            BatchLoss loss,
            IntConsumer afterEpoch,
            NDManager parent,
            Progress progress) {
        try (Progress.Task task = progress.begin(stage, (long) epochs * images)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                String ofEpoch = " " + epoch;
                List<EpochOrder.Batch> batches = order.apply(purpose -> random.named(stage + " " + purpose + ofEpoch));
                epoch(epoch, batches, loss, parent, task);
                afterEpoch.accept(epoch + 1);
            }
        }
    }

    /**
     * Runs one epoch.
     *
     * @param epoch counted from 0
     * @param batches as many as in every other epoch
     * @throws Failure of kind TRIAL_FAILED if the loss is not a finite number
     */
    void epoch(int epoch, List<EpochOrder.Batch> batches, BatchLoss loss, NDManager parent, Progress.Task task) {
        double factor = decay.at(epoch);
        SortedMap<String, Double> rates = optimiser.rates(factor);
        int number = 0;
        for (EpochOrder.Batch batch : batches) {
            long stepsBefore = (long) epoch * batches.size() + number;
            number++;
            SortedMap<String, Double> values = new TreeMap<>();
            try (NDManager step = parent.newSubManager()) {
                try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                    SortedMap<String, NDArray> losses = loss.of(batch, stepsBefore, step);
                    losses.forEach((name, value) -> values.put(name, (double) value.getFloat()));
                    requireFinite(values, rates, epoch, number);
                    gradients.backward(losses.get(LOSS));
                }
            }
            optimiser.step(factor);
            log.record(new TrainingLog.Step(stage, epoch + 1, number, values, rates));
            task.note(String.format(Locale.ROOT, "epoch %d, loss %.3f", epoch + 1, values.get(LOSS)));
            task.advance(batch.size());
        }
    }

    private void requireFinite(
            SortedMap<String, Double> values, SortedMap<String, Double> rates, int epoch, int number) {
        if (values.values().stream().allMatch(Double::isFinite)) {
            return;
        }
        throw new Failure(
                ErrorKind.TRIAL_FAILED,
                String.format(
                        Locale.ROOT,
                        "the loss is no longer a finite number at step %d of epoch %d of %s: %s; learning rates %s. "
                                + "Lower the learning rates, or the loss's scale.",
                        number,
                        epoch + 1,
                        stage,
                        values,
                        rates),
                null);
    }
}
