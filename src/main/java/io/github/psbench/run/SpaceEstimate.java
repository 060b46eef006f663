package io.github.psbench.run;

import io.github.psbench.data.PersonDataset;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.train.ModelSize;
import io.github.psbench.train.Pretraining;
import io.github.psbench.train.Recipe;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a trial's files take, from the sizes of its model and its data set. */
final class SpaceEstimate {
    private static final long FLOAT = 4;

    /** A line of metrics a step. */
    private static final long LINE = 300;

    /** The last two checkpoints, and one that is being written; each has a momentum for each parameter. */
    private static final int CHECKPOINT_COPIES = 3 * 2;

    private SpaceEstimate() {}

    /** What trials of one recipe on one data set have in common. */
    private record Kind(Recipe recipe, String dataDigest) {}

    private record Sizes(long memoryBytes, long trialBytes, long backboneBytes, long workBytes) {
        static Sizes of(Recipe recipe, PersonDataset dataset, ComputeDevice device) {
            ModelSize model = ModelSize.of(recipe, dataset.schema());
            return new Sizes(
                    MemoryNeed.of(recipe, dataset, device).bytes(),
                    trial(recipe, dataset, model),
                    backbone(recipe.pretraining(), dataset, model),
                    CHECKPOINT_COPIES * FLOAT * model.all());
        }
    }

    /** @param due each trial once, with its data */
    static Cost.Space of(List<Plan.Entry> due, RunStore store, ComputeDevice device) {
        long memory = 0;
        long disk = 0;
        long work = 0;
        Map<Kind, Sizes> kinds = new HashMap<>();
        Set<String> backbones = new HashSet<>();
        for (Plan.Entry entry : due) {
            Recipe recipe = entry.spec().recipe();
            PersonDataset dataset = entry.requireDataset();
            Sizes sizes = kinds.computeIfAbsent(
                    new Kind(recipe, dataset.digest()), unknown -> Sizes.of(recipe, dataset, device));
            PretrainingIdentity shared =
                    Objects.requireNonNull(entry.identity()).pretraining();
            boolean makesBackbone = shared != null && !store.hasBackbone(shared.id()) && backbones.add(shared.id());
            memory = Math.max(memory, sizes.memoryBytes());
            work = Math.max(work, sizes.workBytes());
            disk += sizes.trialBytes() + (makesBackbone ? sizes.backboneBytes() : 0);
        }
        return new Cost.Space(memory, disk, work);
    }

    private static long backbone(@Nullable Pretraining pretraining, PersonDataset dataset, ModelSize model) {
        return pretraining == null
                ? 0
                : FLOAT * model.backbone() + metrics(dataset, pretraining.epochs(), pretraining.batch());
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
