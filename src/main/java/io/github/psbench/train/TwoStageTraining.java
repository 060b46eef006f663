package io.github.psbench.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.model.Weights;

/** Trains a model as the paper does: attribute pretraining of the backbone, then both encoders. */
public final class TwoStageTraining {
    /** Raised whenever a change to psbench alters what a recipe and a seed come to; part of a trial's identity. */
    public static final int REVISION = 1;

    private TwoStageTraining() {}

    /**
     * Trains.
     *
     * @param pictures the data set's pictures at the recipe's input size
     * @param places where pretrained weights are found
     * @throws io.github.psbench.base.Failure of kind TRIAL_FAILED if the loss stops being finite; of kind DATA if weights are missing
     */
    public static TrainedModel run(
            Recipe recipe,
            long seed,
            PersonDataset dataset,
            PictureTensors pictures,
            Places places,
            NDManager manager,
            TrainingLog log,
            Progress progress) {
        RandomStreams random = new RandomStreams(seed);
        Encoders encoders = new Encoders(recipe, dataset.schema(), random, manager);
        try {
            Weights weights = recipe.backbone().weights();
            if (weights != null) {
                weights.load(recipe.backbone(), encoders.backbone(), places);
            }
            long begun = System.nanoTime();
            Pretraining pretraining = recipe.pretraining();
            if (pretraining != null) {
                try (AttributePretraining stage =
                        new AttributePretraining(recipe, pretraining, encoders.backbone(), dataset, random, manager)) {
                    stage.run(pictures, random, log, progress);
                }
            }
            long pretrained = System.nanoTime();
            try (EncoderTraining stage = new EncoderTraining(recipe, encoders, dataset, random, manager)) {
                stage.run(dataset, pictures, random, log, progress);
                NDArray w = stage.weights();
                return new TrainedModel(
                        encoders,
                        w == null ? null : w.toFloatArray(),
                        seconds(pretraining == null ? pretrained : begun, pretrained),
                        seconds(pretrained, System.nanoTime()));
            }
        } catch (RuntimeException | Error e) {
            encoders.close();
            throw e;
        }
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
