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
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
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
    private final TrainingState state;
    private final TrainingJournal journal;

    /** @param model everything that a step changes besides the optimiser's own state, by name */
    TrainingLoop(
            String stage,
            SortedMap<String, NDArray> model,
            SgdOptimiser optimiser,
            StepDecay decay,
            TrainingJournal journal) {
        this.stage = stage;
        this.optimiser = optimiser;
        this.decay = decay;
        this.state = new TrainingState(model, optimiser);
        this.journal = journal;
    }

    /**
     * Runs a whole stage, or what is left of it after the journal's last checkpoint.
     *
     * @param images how many an epoch goes through
     * @param afterEpoch hears of each epoch that is over, counted from 1; of the one at whose end the last checkpoint stands, again
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
        Place start = restored(parent);
        try (Progress.Task task = progress.begin(stage, (long) epochs * images)) {
            task.resume((long) start.epoch() * images);
            for (int epoch = start.epoch(); epoch < epochs; epoch++) {
                String ofEpoch = " " + epoch;
                List<EpochOrder.Batch> batches = order.apply(purpose -> random.named(stage + " " + purpose + ofEpoch));
                int stepsDone = epoch == start.epoch() ? start.steps() : 0;
                epoch(epoch, stepsDone, batches, loss, parent, task);
                if (stepsDone < batches.size()) {
                    keep(epoch, batches.size());
                }
                afterEpoch.accept(epoch + 1);
            }
        }
    }

    /** Where a stage begins: at its beginning, or after some steps of an epoch. */
    private record Place(int epoch, int steps) {}

    private Place restored(NDManager parent) {
        try (NDManager scratch = parent.newSubManager()) {
            Checkpoint last = journal.last(scratch);
            if (last == null) {
                return new Place(0, 0);
            }
            state.restore(last.tensors());
            return new Place(last.epoch(), last.steps());
        }
    }

    private void keep(int epoch, int steps) {
        journal.keep(new Checkpoint(epoch, steps, state.tensors()));
    }

    /**
     * Runs one epoch, or what is left of it.
     *
     * @param epoch counted from 0
     * @param stepsDone how many batches were gone through before
     * @param batches as many as in every other epoch
     * @throws Failure of kind TRIAL_FAILED if the loss is not a finite number
     */
    void epoch(
            int epoch,
            int stepsDone,
            List<EpochOrder.Batch> batches,
            BatchLoss loss,
            NDManager parent,
            Progress.Task task) {
        double factor = decay.at(epoch);
        SortedMap<String, Double> rates = optimiser.rates(factor);
        task.resume(batches.subList(0, stepsDone).stream()
                .mapToLong(EpochOrder.Batch::size)
                .sum());
        int number = stepsDone;
        for (EpochOrder.Batch batch : batches.subList(stepsDone, batches.size())) {
            long stepsBefore = (long) epoch * batches.size() + number;
            number++;
            SortedMap<String, Double> values = new TreeMap<>();
            journal.begins(batch.size());
            try (NDManager step = parent.newSubManager()) {
                try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                    SortedMap<String, NDArray> losses = loss.of(batch, stepsBefore, step);
                    losses.forEach((name, value) -> values.put(name, (double) value.getFloat()));
                    requireFinite(values, rates, epoch, number);
                    gradients.backward(losses.get(LOSS));
                }
            }
            optimiser.step(factor);
            journal.record(new TrainingJournal.Step(stage, epoch + 1, number, values, rates));
            task.note(epoch + 1, Objects.requireNonNull(values.get(LOSS)));
            if (journal.due() && number < batches.size()) {
                keep(epoch, number);
            }
            try {
                task.advance(batch.size());
            } catch (CancellationException e) {
                keep(epoch, number);
                throw e;
            }
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
