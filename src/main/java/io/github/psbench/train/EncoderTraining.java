package io.github.psbench.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.base.Progress;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import io.github.psbench.loss.CategoryMargins;
import io.github.psbench.loss.Loss;
import io.github.psbench.loss.SemanticMargin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The main stage: learns f, g and w together. Each step embeds a batch of images and the categories of all training classes, and minimises the alignment
 * loss plus lambda times the semantic margin regulariser (equation 1).
 */
final class EncoderTraining implements AutoCloseable {
    private static final String STAGE = "training";

    private final Recipe recipe;
    private final Encoders encoders;
    private final NDManager manager;
    private final NDArray bits;
    private final long[] labels;
    private final @Nullable CategoryMargins margins;
    private final @Nullable NDArray weights;

    EncoderTraining(Recipe recipe, Encoders encoders, PersonDataset dataset, RandomStreams random, NDManager parent) {
        this.recipe = recipe;
        this.encoders = encoders;
        this.manager = parent.newSubManager();
        List<PersonImage.TrainingClass> classes = dataset.trainClasses();
        List<PersonCategory> categories =
                classes.stream().map(PersonImage.TrainingClass::category).toList();
        bits = Encoders.bits(dataset.schema(), categories, manager);
        labels = labels(dataset, classes);
        SemanticMargin asmr = recipe.loss().asmr();
        if (asmr == null) {
            margins = null;
            weights = null;
        } else {
            margins = asmr.over(bits, dataset.schema().groupSizes());
            weights = weights(margins, random);
        }
    }

    private @Nullable NDArray weights(CategoryMargins categories, RandomStreams random) {
        if (categories.weightCount() == 0) {
            return null;
        }
        float[] initial = categories.initialWeights(random.named("weights"));
        NDArray w = manager.create(initial, new Shape(initial.length));
        w.setRequiresGradient(categories.learned());
        return w;
    }

    /** w, length {@link CategoryMargins#weightCount()}; null where there is none. */
    @Nullable
    NDArray weights() {
        return weights;
    }

    /** Everything that a step changes. */
    private SortedMap<String, NDArray> model() {
        SortedMap<String, NDArray> model = encoders.tensors();
        if (weights != null) {
            model.put("w", weights);
        }
        return model;
    }

    void run(
            PersonDataset dataset,
            PictureTensors pictures,
            RandomStreams random,
            TrainingJournal journal,
            Progress progress) {
        Training settings = recipe.training();
        int count = dataset.train().size();
        try (SgdOptimiser optimiser = new SgdOptimiser(settings.optimiser(), groups(), manager)) {
            TrainingLoop loop = new TrainingLoop(STAGE, model(), optimiser, settings.decay(), journal);
            loop.run(
                    settings.epochs(),
                    count,
                    streams -> EpochOrder.of(recipe, count, settings.batch(), settings.lastBatch(), streams),
                    random,
                    (batch, stepsBefore, step) -> loss(batch, pictures.of(batch, step), stepsBefore, step),
                    epoch -> journal.trained(epoch, encoders),
                    manager,
                    progress);
        }
    }

    /** The loss of one step and its parts. */
    SortedMap<String, NDArray> loss(EpochOrder.Batch batch, NDArray pictures, long stepsBefore, NDManager step) {
        long[] batchLabels = new long[batch.size()];
        for (int i = 0; i < batchLabels.length; i++) {
            batchLabels[i] = labels[batch.images()[i]];
        }
        NDArray categoryBits = bits.duplicate();
        categoryBits.attach(step);
        Loss.Value value = recipe.loss()
                .value(
                        encoders.images(pictures, !recipe.training().frozenBatchNorm()),
                        step.create(batchLabels),
                        encoders.prototypes(categoryBits),
                        margins,
                        weights,
                        stepsBefore);
        SortedMap<String, NDArray> losses = new TreeMap<>();
        losses.put(TrainingLoop.LOSS, value.total());
        losses.put("alignment", value.alignment());
        if (value.asmr() != null) {
            losses.put("asmr", value.asmr());
        }
        return losses;
    }

    List<SgdOptimiser.Group> groups() {
        LearningRates rates = recipe.training().learningRates();
        List<SgdOptimiser.Group> groups = new ArrayList<>();
        groups.add(new SgdOptimiser.Group("image", encoders.imageParameters(), rates.image()));
        groups.add(new SgdOptimiser.Group("category", encoders.categoryParameters(), rates.category()));
        if (margins != null && weights != null && margins.learned()) {
            groups.add(new SgdOptimiser.Group("weights", new TreeMap<>(Map.of("w", weights)), rates.weights()));
        }
        return groups;
    }

    private static long[] labels(PersonDataset dataset, List<PersonImage.TrainingClass> classes) {
        Map<PersonImage.TrainingClass, Integer> index = new HashMap<>();
        for (int i = 0; i < classes.size(); i++) {
            index.put(classes.get(i), i);
        }
        return dataset.train().stream()
                .mapToLong(image -> index.get(image.trainingClass()))
                .toArray();
    }

    @Override
    public void close() {
        manager.close();
    }
}
