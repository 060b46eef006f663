package io.github.psbench.run;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PixelCache;
import io.github.psbench.eval.SplitScores;
import io.github.psbench.model.Weights;
import io.github.psbench.spec.TrialSpec;
import io.github.psbench.train.Encoders;
import io.github.psbench.train.PictureTensors;
import io.github.psbench.train.Recipe;
import io.github.psbench.train.TrainedModel;
import io.github.psbench.train.TrainingJournal;
import io.github.psbench.train.TwoStageTraining;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Trains and evaluates one trial, and leaves its files in the trial's folder. */
final class TrialExecution {
    private final TrialSpec spec;
    private final TrialIdentity identity;
    private final PersonDataset dataset;
    private final RunStore store;
    private final Places places;
    private final Progress progress;

    TrialExecution(
            TrialSpec spec,
            TrialIdentity identity,
            PersonDataset dataset,
            RunStore store,
            Places places,
            Progress progress) {
        this.spec = spec;
        this.identity = identity;
        this.dataset = dataset;
        this.store = store;
        this.places = places;
        this.progress = progress;
    }

    /** @param environment where this runs */
    TrialResult run(JsonNode environment, TrialLog log) throws IOException {
        Recipe recipe = spec.recipe();
        try (PixelCache pixels = PixelCache.open(dataset, recipe.input(), places, progress);
                NDManager manager = NDManager.newBaseManager(Device.cpu());
                PictureTensors pictures = PictureTensors.open(pixels, recipe.input(), manager)) {
            Weights start = recipe.backbone().weights();
            double pretrainingSeconds = 0;
            PretrainingIdentity pretraining = identity.pretraining();
            if (pretraining != null) {
                PretrainedBackbone backbone = new PretrainedBackbone(store.backbone(pretraining.id()));
                pretrainingSeconds = backbone.make(
                        pretraining,
                        environment,
                        progress,
                        steps -> TwoStageTraining.pretrain(
                                recipe, spec.seed(), dataset, pictures, places, manager, steps, progress));
                log.line("starts from the backbone %s, made in %.1f s", pretraining.id(), pretrainingSeconds);
                start = backbone.weights();
            }
            return train(start, pretrainingSeconds, pictures, manager, log);
        }
    }

    private TrialResult train(
            @Nullable Weights start,
            double pretrainingSeconds,
            PictureTensors pictures,
            NDManager manager,
            TrialLog log)
            throws IOException {
        Path folder = store.folder(identity.id());
        try (MetricsFile metrics = MetricsFile.open(folder)) {
            ValidatingLog steps = new ValidatingLog(metrics, pictures);
            long begun = System.nanoTime();
            try (TrainedModel model = TwoStageTraining.train(
                    spec.recipe(), spec.seed(), dataset, pictures, start, places, manager, steps, progress)) {
                double trainingSeconds = secondsSince(begun) - steps.seconds;
                log.line("trained in %.1f s", trainingSeconds);
                long trained = System.nanoTime();
                Search search = search(model.encoders(), pictures);
                SplitScores scores = search.scores();
                double evaluationSeconds = secondsSince(trained);
                log.line("evaluated in %.1f s: %s", evaluationSeconds, scores);
                search.write(folder, manager);
                ModelFiles.write(model, spec.recipe(), dataset, folder, manager);
                return new TrialResult(
                        scores.all(),
                        scores.seen(),
                        scores.unseen(),
                        pretrainingSeconds,
                        trainingSeconds,
                        evaluationSeconds);
            }
        }
    }

    private Search search(Encoders encoders, PictureTensors pictures) {
        return Search.of(encoders, spec.recipe().embedding().dimension(), dataset, pictures, progress);
    }

    private static double secondsSince(long nanoseconds) {
        return (System.nanoTime() - nanoseconds) / 1e9;
    }

    /** Scores the validation split after each epoch. The test set is never looked at before the end. */
    private final class ValidatingLog implements TrainingJournal {
        private final MetricsFile metrics;
        private final PictureTensors pictures;
        private double seconds;

        ValidatingLog(MetricsFile metrics, PictureTensors pictures) {
            this.metrics = metrics;
            this.pictures = pictures;
        }

        @Override
        public void record(Step step) {
            metrics.record(step);
        }

        @Override
        public void trained(int epoch, Encoders encoders) {
            if (spec.recipe().validation() != null) {
                long begun = System.nanoTime();
                metrics.validated(epoch, search(encoders, pictures).scores().all());
                seconds += secondsSince(begun);
            }
        }
    }
}
