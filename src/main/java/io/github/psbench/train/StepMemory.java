package io.github.psbench.train;

import io.github.psbench.data.PersonDataset;
import io.github.psbench.loss.CategoryMargins;
import io.github.psbench.loss.SemanticMargin;
import io.github.psbench.model.Activations;
import io.github.psbench.model.FeatureMap;
import io.github.psbench.model.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * An estimate of the memory of a trial at the largest moment of a step, in one stage of training.
 *
 * @param batchKey the setting that says how many images a step has, as {@code --set} knows it
 * @param batch its value
 * @param fixedBytes whatever the batch: the process, parameters with their gradients and momenta, and all that is made of the training categories
 * @param bytesAnImage of a batch
 */
public record StepMemory(String batchKey, int batch, long fixedBytes, long bytesAnImage) {
    private static final long FLOAT = 4;

    /**
     * What a device takes beyond tensors that a step needs by its mathematics.
     *
     * @param processBytes before there is any tensor
     * @param copies of each parameter: itself, gradient, momentum, and what libraries lay out anew
     * @param slack by which an allocator holds more for activations than is in use
     * @param categoriesAtOnce whose pairs the regulariser takes at once
     */
    public record Overhead(long processBytes, int copies, double slack, int categoriesAtOnce) {
        /** Fitted to the peaks of six trials, from resnet-slim to ResNet-50 at 256x128, which it comes within -12 to +34 % of. */
        public static final Overhead CPU = new Overhead(700L << 20, 10, 1.25, CategoryMargins.TILE);

        /** CUDA's context, kernels and workspaces, by rule of thumb. */
        public static final Overhead GPU = new Overhead(1200L << 20, 4, 1.25, CategoryMargins.TILE_OF_GPU);
    }

    /** Gradients of feature maps that are there at once: of what a layer made, and of what it was given. */
    private static final int IN_FLIGHT = 2;

    /** Matrices [m, n] of a batch and all training categories that an alignment loss makes: cosines, their parts, and the gradients. */
    private static final int LOGITS = 6;

    /** Matrices that the regulariser makes of the pairs that it takes at once. */
    private static final int PAIRS = 9;

    /** Matrices [n, K] of categories that it makes: factors of the pairs' logits, their parts, and gradients. */
    private static final int FACTORS = 12;

    /** The stages of a recipe, in their order. */
    public static List<StepMemory> of(Recipe recipe, PersonDataset dataset, Overhead overhead) {
        FeatureMap picture =
                new FeatureMap(3, recipe.input().height(), recipe.input().width());
        Activations images = Activations.of(recipe.backbone().layers(), picture);
        ModelSize model = ModelSize.of(recipe, dataset.schema());
        long image = Math.round(overhead.slack() * FLOAT * (images.numbers() + IN_FLIGHT * images.largest()));
        List<StepMemory> stages = new ArrayList<>();
        Pretraining pretraining = recipe.pretraining();
        if (pretraining != null) {
            stages.add(new StepMemory(
                    "pretraining.batch",
                    pretraining.batch(),
                    overhead.processBytes() + overhead.copies() * FLOAT * model.backbone(),
                    image));
        }
        stages.add(main(recipe, dataset, model, image, overhead));
        return stages;
    }

    private static StepMemory main(
            Recipe recipe, PersonDataset dataset, ModelSize model, long image, Overhead overhead) {
        long categories = dataset.trainClasses().size();
        int bits = dataset.schema().bits();
        Layer category = recipe.embedding().from(bits);
        long prototype = Activations.of(category, FeatureMap.vector(bits)).numbers();
        SemanticMargin asmr = recipe.loss().asmr();
        long atOnce = Math.min(categories, overhead.categoriesAtOnce());
        long pairs = asmr == null ? 0 : PAIRS * atOnce * atOnce + FACTORS * categories * bits;
        return new StepMemory(
                "training.batch",
                recipe.training().batch(),
                overhead.processBytes() + FLOAT * (overhead.copies() * model.all() + categories * prototype + pairs),
                image + FLOAT * LOGITS * categories);
    }

    /** All of it. */
    public long bytes() {
        return fixedBytes + batch * bytesAnImage;
    }

    /** The largest batch that so much memory is enough for, the given one at most; 0 if none is. */
    public int batchWithin(long available) {
        return (int) Math.max(0, Math.min(batch, (available - fixedBytes) / bytesAnImage));
    }
}
