package io.github.psbench.run;

import ai.djl.ndarray.NDManager;
import io.github.psbench.base.Places;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PixelCache;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.eval.SplitScores;
import io.github.psbench.model.Weights;
import io.github.psbench.run.work.Attempt;
import io.github.psbench.run.work.StageJournal;
import io.github.psbench.run.work.WatchedProgress;
import io.github.psbench.spec.TrialSpec;
import io.github.psbench.train.Encoders;
import io.github.psbench.train.PictureTensors;
import io.github.psbench.train.Recipe;
import io.github.psbench.train.TrainedModel;
import io.github.psbench.train.TwoStageTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;

/** Trains and evaluates one trial, and leaves its files in the folder of an attempt. */
final class TrialExecution {
    private final Launch launch;
    private final TrialSpec spec;
    private final TrialIdentity identity;
    private final PersonDataset dataset;
    private final RunStore store;
    private final Places places;
    private final ComputeDevice device;
    private final Duration betweenCheckpoints;
    private final @Nullable Integer trialsAtOnce;
    private final WatchedProgress progress;

    TrialExecution(
            Launch launch,
            TrialIdentity identity,
            PersonDataset dataset,
            RunStore store,
            Places places,
            ComputeDevice device,
            Duration betweenCheckpoints,
            @Nullable Integer trialsAtOnce,
            WatchedProgress progress) {
        this.launch = launch;
        this.spec = launch.trial();
        this.identity = identity;
        this.dataset = dataset;
        this.store = store;
        this.places = places;
        this.device = device;
        this.betweenCheckpoints = betweenCheckpoints;
        this.trialsAtOnce = trialsAtOnce;
        this.progress = progress;
    }

    void run(Attempt attempt, TrialLog log) throws IOException {
        Recipe recipe = spec.recipe();
        MemoryNeed.of(recipe, dataset, device).requireWithin(device);
        EngineSetting.of(recipe, device).apply();
        Environment environment = Environment.capture(device, trialsAtOnce);
        RunStore.describe(attempt.folder(), identity, launch, environment.facts());
        environment.workingTree().keepChanges(attempt.folder());
        try (PixelCache pixels = PixelCache.open(dataset, recipe.input(), places, progress);
                NDManager manager = NDManager.newBaseManager(device.onEngine());
                PictureTensors pictures = PictureTensors.open(pixels, recipe.input(), manager)) {
            Weights start = recipe.backbone().weights();
            PretrainedBackbone.@Nullable Made made = null;
            PretrainingIdentity pretraining = identity.pretraining();
            if (pretraining != null) {
                PretrainedBackbone backbone = new BackboneMaking(
                                pretraining, store, environment.facts(), betweenCheckpoints, progress)
                        .make(journal -> TwoStageTraining.pretrain(
                                recipe, spec.seed(), dataset, pictures, places, manager, journal, progress));
                made = backbone.made().orElseThrow();
                log.line("starts from the backbone %s, made in %.1f s", pretraining.id(), made.seconds());
                start = backbone.weights();
            }
            train(start, made, pictures, manager, attempt, log);
        }
    }

    private void train(
            @Nullable Weights start,
            PretrainedBackbone.@Nullable Made made,
            PictureTensors pictures,
            NDManager manager,
            Attempt attempt,
            TrialLog log)
            throws IOException {
        try (ValidatingJournal journal = new ValidatingJournal(attempt, pictures)) {
            if (journal.start() != null) {
                log.line("goes on %s", journal.start());
            }
            try (TrainedModel model = TwoStageTraining.train(
                    spec.recipe(), spec.seed(), dataset, pictures, start, places, manager, journal, progress)) {
                double trainingSeconds = journal.seconds();
                log.line("trained in %.1f s", trainingSeconds);
                long trained = System.nanoTime();
                Search search = search(model.encoders(), pictures);
                SplitScores scores = search.scores();
                double evaluationSeconds = secondsSince(trained);
                log.line("evaluated in %.1f s: %s", evaluationSeconds, scores);
                Path folder = attempt.folder();
                search.write(folder, manager);
                ModelFiles.write(model, spec.recipe(), dataset, folder, manager);
                RunStore.write(
                        folder,
                        new TrialResult(
                                scores.all(),
                                scores.seen(),
                                scores.unseen(),
                                made == null ? 0 : made.seconds(),
                                trainingSeconds,
                                evaluationSeconds),
                        new MeasuredStages(
                                journal.steps(),
                                made == null ? null : made.steps(),
                                identity.pretraining() == null
                                        ? null
                                        : identity.pretraining().id(),
                                journal.validation()));
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
    private final class ValidatingJournal extends StageJournal {
        private final PictureTensors pictures;
        private final List<Double> evaluations = new ArrayList<>();

        ValidatingJournal(Attempt attempt, PictureTensors pictures) throws IOException {
            super(attempt, betweenCheckpoints);
            this.pictures = pictures;
        }

        @Override
        public void trained(int epoch, Encoders encoders) {
            if (spec.recipe().validation() != null) {
                long begun = System.nanoTime();
                validated(epoch, search(encoders, pictures).scores().all());
                double seconds = secondsSince(begun);
                subtract(seconds);
                evaluations.add(seconds);
            }
        }

        TrialTimes.@Nullable Evaluations validation() {
            return evaluations.isEmpty()
                    ? null
                    : new TrialTimes.Evaluations(
                            evaluations.size(),
                            Median.withDefaults()
                                    .evaluate(evaluations.stream()
                                            .mapToDouble(Double::doubleValue)
                                            .toArray()));
        }
    }
}
