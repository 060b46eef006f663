package io.github.psbench.run;

import ai.djl.ndarray.NDManager;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PixelCache;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.spec.TrialSpec;
import io.github.psbench.train.PictureTensors;
import io.github.psbench.train.Recipe;
import io.github.psbench.train.TrainingJournal;
import io.github.psbench.train.TwoStageTraining;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/** Tells from a few steps how long an epoch takes. Nothing of what it trains is kept. */
public final class Probe {
    /** Not counted: memory is taken, and the engine chooses its ways. */
    private static final int WARM_UP = 3;

    private static final int COUNTED = 8;

    private final Places places;
    private final ComputeDevice device;
    private final Progress progress;

    /** @param device that it computes on */
    public Probe(Places places, ComputeDevice device, Progress progress) {
        this.places = places;
        this.device = device;
        this.progress = progress;
    }

    /** A stage of training, from its beginning. */
    @FunctionalInterface
    private interface Stage {
        AutoCloseable run(PictureTensors pictures, NDManager manager, TrainingJournal journal);
    }

    ComputeDevice device() {
        return device;
    }

    /** Seconds of an epoch of the main stage. */
    double trainingEpoch(Plan.Entry entry) {
        TrialSpec spec = entry.spec();
        Recipe recipe = spec.recipe();
        return epoch(
                entry,
                recipe.training().batch(),
                (pictures, manager, journal) -> TwoStageTraining.train(
                        recipe,
                        spec.seed(),
                        entry.requireDataset(),
                        pictures,
                        recipe.backbone().weights(),
                        places,
                        manager,
                        journal,
                        Progress.SILENT));
    }

    /** Seconds of an epoch of attribute pretraining, which the trial must have. */
    double pretrainingEpoch(Plan.Entry entry) {
        TrialSpec spec = entry.spec();
        Recipe recipe = spec.recipe();
        return epoch(
                entry,
                Objects.requireNonNull(recipe.pretraining()).batch(),
                (pictures, manager, journal) -> TwoStageTraining.pretrain(
                        recipe,
                        spec.seed(),
                        entry.requireDataset(),
                        pictures,
                        places,
                        manager,
                        journal,
                        Progress.SILENT));
    }

    private double epoch(Plan.Entry entry, int batch, Stage stage) {
        PersonDataset dataset = entry.requireDataset();
        MemoryNeed.of(entry.spec().recipe(), dataset, device).requireWithin(device);
        EngineSetting.of(entry.spec().recipe(), device).apply();
        try (PixelCache pixels = PixelCache.open(dataset, entry.spec().recipe().input(), places, progress);
                NDManager manager = NDManager.newBaseManager(device.onEngine());
                PictureTensors pictures =
                        PictureTensors.open(pixels, entry.spec().recipe().input(), manager);
                Progress.Task task = progress.begin("probing " + entry.spec().row(), WARM_UP + COUNTED)) {
            FewSteps steps = new FewSteps(task);
            try (AutoCloseable whole = stage.run(pictures, manager, steps)) {
                Objects.requireNonNull(whole); // an epoch of so few steps is over before the probe is
            } catch (CancellationException e) {
                steps.requireEnough(e);
            } catch (Exception e) {
                throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
            }
            return steps.secondsEach() * dataset.train().size() / batch;
        }
    }

    /** Ends a stage after some steps, and knows what they took. */
    private static final class FewSteps implements TrainingJournal {
        private final Progress.Task task;
        private long begun = System.nanoTime();
        private long ended = begun;
        private int steps;

        FewSteps(Progress.Task task) {
            this.task = task;
        }

        @Override
        public void record(Step step) {
            task.advance(1);
            steps++;
            ended = System.nanoTime();
            if (steps == WARM_UP) {
                begun = ended;
            } else if (steps == WARM_UP + COUNTED) {
                throw new CancellationException("that will do");
            }
        }

        /** Whether it was this that ended the stage, or someone who wants the work to stop. */
        void requireEnough(CancellationException cancelled) {
            if (steps < WARM_UP + COUNTED) {
                throw cancelled;
            }
        }

        double secondsEach() {
            return (ended - begun) / 1e9 / Math.max(1, steps > WARM_UP ? steps - WARM_UP : steps);
        }
    }
}
