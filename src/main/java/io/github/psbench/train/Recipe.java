package io.github.psbench.train;

import io.github.psbench.base.Default;
import io.github.psbench.data.Input;
import io.github.psbench.loss.Loss;
import io.github.psbench.model.Backbone;
import io.github.psbench.model.Embedding;
import org.jspecify.annotations.Nullable;

/**
 * Everything that makes a trained model out of a data set and a seed. These are the keys that an experiment file's {@code defaults},
 * {@code rows} and {@code set} may hold.
 *
 * @param precision of products on a GPU, in pretraining, training and evaluation
 * @param deterministic whether a GPU computes only in ways that come to the same bits each time, as far as the engine has them; a CPU
 *     always does
 * @param flip whether training images are mirrored with probability 1/2
 * @param crop null: none
 * @param erasing null: none
 * @param validation null: all training images are learned from, and the test set is searched
 * @param pretraining null: none
 */
public record Recipe(
        Input input,
        @Default("float32") Precision precision,
        @Default("false") boolean deterministic,
        @Default("true") boolean flip,
        @Nullable PaddedCrop crop,
        @Nullable RandomErasing erasing,
        @Nullable Validation validation,
        Backbone backbone,
        @Default("{}") Embedding embedding,
        @Nullable Pretraining pretraining,
        Loss loss,
        @Default("{}") Training training) {}
