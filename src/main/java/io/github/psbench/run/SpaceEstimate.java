package io.github.psbench.run;

import io.github.psbench.data.PersonDataset;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.train.ModelSize;
import io.github.psbench.train.Pretraining;
import io.github.psbench.train.Recipe;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a trial's files take, from the sizes of its model and its data set. */
final class SpaceEstimate {
    private static final long FLOAT = 4;

    /** A line of metrics a step. */
    private static final long LINE = 300;

    /** The last two checkpoints, and one that is being written; each has a momentum for each parameter. */
    private static final int CHECKPOINT_COPIES = 3 * 2;

    private SpaceEstimate() {}

    /** @param due each trial once, with its data */
    static Cost.Space of(List<Plan.Entry> due, RunStore store, ComputeDevice device) {
        long memory = 0;
        long disk = 0;
        long work = 0;
        Set<String> backbones = new HashSet<>();
        for (Plan.Entry entry : due) {
            Recipe recipe = entry.spec().recipe();
            PersonDataset dataset = entry.requireDataset();
            ModelSize model = ModelSize.of(recipe, dataset.schema());
            memory = Math.max(memory, MemoryNeed.of(recipe, dataset, device).bytes());
            work = Math.max(work, CHECKPOINT_COPIES * FLOAT * model.all());
            disk += trial(recipe, dataset, model);
            Pretraining pretraining = recipe.pretraining();
            if (pretraining != null) {
                String id = Objects.requireNonNull(
                                Objects.requireNonNull(entry.identity()).pretraining())
                        .id();
                if (!store.hasBackbone(id) && backbones.add(id)) {
                    disk += FLOAT * model.backbone() + metrics(dataset, pretraining.epochs(), pretraining.batch());
                }
            }
        }
        return new Cost.Space(memory, disk, work);
    }

    private static long trial(Recipe recipe, PersonDataset dataset, ModelSize model) {
        long categories = dataset.trainCategories().size();
        long embedded = dataset.queryCategories().size() + dataset.gallery().size() + categories;
        return FLOAT
                        * (model.all()
                                + embedded * recipe.embedding().dimension()
                                + categories * dataset.schema().bits())
                + metrics(dataset, recipe.training().epochs(), recipe.training().batch());
    }

    private static long metrics(PersonDataset dataset, int epochs, int batch) {
        return LINE * epochs * (dataset.train().size() / batch + 1);
    }
}
