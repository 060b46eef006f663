package io.github.psbench.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.model.Network;
import io.github.psbench.model.Weights;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Trains a model as the paper does: attribute pretraining of the backbone, then both encoders. The first stage depends on neither loss nor
 * embedding, so that trials which differ in these alone can share it.
 */
public final class TwoStageTraining {
    /** Raised whenever a change to psbench alters what a recipe and a seed come to; part of a trial's identity. */
    public static final int REVISION = 1;

    private TwoStageTraining() {}

    /**
     * The first stage.
     *
     * @param recipe with pretraining
     * @param pictures the data set's pictures at the recipe's input size
     * @param places where weights are found
     * @param journal of this stage alone; where it has a checkpoint, pretraining goes on from there
     * @return the backbone
     * @throws io.github.psbench.base.Failure of kind TRIAL_FAILED if the loss stops being finite; of kind DATA if weights are missing
     */
    public static Network pretrain(
            Recipe recipe,
            long seed,
            PersonDataset dataset,
            PictureTensors pictures,
            Places places,
            NDManager manager,
            TrainingJournal journal,
            Progress progress) {
        RandomStreams random = new RandomStreams(seed);
        Network backbone = Encoders.backbone(recipe, random, manager);
        try {
            load(recipe.backbone().weights(), recipe, backbone, places);
            try (AttributePretraining stage = new AttributePretraining(
                    recipe, Objects.requireNonNull(recipe.pretraining()), backbone, dataset, random, manager)) {
                stage.run(pictures, random, journal, progress);
            }
            return backbone;
        } catch (RuntimeException | Error e) {
            backbone.close();
            throw e;
        }
    }

    /**
     * The second stage.
     *
     * @param pictures the data set's pictures at the recipe's input size
     * @param start what the backbone starts from: what {@link #pretrain} made, or the recipe's own weights; null: random numbers
     * @param places where weights are found
     * @param journal of this stage alone; where it has a checkpoint, training goes on from there
     * @throws io.github.psbench.base.Failure of kind TRIAL_FAILED if the loss stops being finite; of kind DATA if weights are missing
     */
    public static TrainedModel train(
            Recipe recipe,
            long seed,
            PersonDataset dataset,
            PictureTensors pictures,
            @Nullable Weights start,
            Places places,
            NDManager manager,
            TrainingJournal journal,
            Progress progress) {
        RandomStreams random = new RandomStreams(seed);
        Encoders encoders = new Encoders(recipe, dataset.schema(), random, manager);
        try {
            load(start, recipe, encoders.backbone(), places);
            try (EncoderTraining stage = new EncoderTraining(recipe, encoders, dataset, random, manager)) {
                stage.run(dataset, pictures, random, journal, progress);
                NDArray w = stage.weights();
                return new TrainedModel(encoders, w == null ? null : w.toFloatArray());
            }
        } catch (RuntimeException | Error e) {
            encoders.close();
            throw e;
        }
    }

    private static void load(@Nullable Weights weights, Recipe recipe, Network backbone, Places places) {
        if (weights != null) {
            weights.load(recipe.backbone(), backbone, places);
        }
    }
}
