package io.github.psbench.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.base.Progress;
import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.model.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Teaches the backbone to recognise attributes (section 3.4 of the paper): a softmax classifier a group on the pooled features, their cross
 * entropies summed. Only the backbone is kept.
 */
final class AttributePretraining implements AutoCloseable {
    private static final String STAGE = "pretraining";

    private final Recipe recipe;
    private final Pretraining settings;
    private final Network backbone;
    private final PersonDataset dataset;
    private final NDManager manager;
    private final List<Network> heads = new ArrayList<>();

    AttributePretraining(
            Recipe recipe,
            Pretraining settings,
            Network backbone,
            PersonDataset dataset,
            RandomStreams random,
            NDManager parent) {
        this.recipe = recipe;
        this.settings = settings;
        this.backbone = backbone;
        this.dataset = dataset;
        this.manager = parent.newSubManager();
        for (AttributeGroup group : dataset.schema().groups()) {
            heads.add(Network.of(
                    settings.heads()
                            .layers(recipe.backbone().features(), group.values().size()),
                    random.named("attribute head " + heads.size()),
                    manager));
        }
    }

    /** Everything that a step changes. */
    private SortedMap<String, NDArray> model() {
        SortedMap<String, NDArray> model = new TreeMap<>();
        add(backbone, "backbone.", model);
        for (int g = 0; g < heads.size(); g++) {
            add(heads.get(g), "head" + g + ".", model);
        }
        return model;
    }

    private static void add(Network network, String prefix, SortedMap<String, NDArray> tensors) {
        network.parameters().forEach((name, tensor) -> tensors.put(prefix + name, tensor));
        network.buffers().forEach((name, tensor) -> tensors.put(prefix + name, tensor));
    }

    void run(PictureTensors pictures, RandomStreams random, TrainingJournal journal, Progress progress) {
        int count = dataset.train().size();
        SortedMap<String, NDArray> parameters = new TreeMap<>(backbone.parameters());
        for (int g = 0; g < heads.size(); g++) {
            String prefix = "head" + g + ".";
            heads.get(g).parameters().forEach((name, array) -> parameters.put(prefix + name, array));
        }
        SgdOptimiser.Group group = new SgdOptimiser.Group("classifier", parameters, settings.learningRate());
        try (SgdOptimiser optimiser = new SgdOptimiser(settings.optimiser(), List.of(group), manager)) {
            TrainingLoop loop = new TrainingLoop(STAGE, model(), optimiser, settings.decay(), journal);
            loop.run(
                    settings.epochs(),
                    count,
                    streams -> EpochOrder.of(recipe, count, settings.batch(), settings.lastBatch(), streams),
                    random,
                    (batch, stepsBefore, step) -> loss(batch, pictures.of(batch, step), step),
                    epoch -> {},
                    manager,
                    progress);
        }
    }

    private SortedMap<String, NDArray> loss(EpochOrder.Batch batch, NDArray pictures, NDManager step) {
        NDArray features = backbone.forward(pictures, true);
        NDArray total = step.create(0f);
        for (int g = 0; g < heads.size(); g++) {
            NDArray likelihoods =
                    heads.get(g).forward(features, true).logSoftmax(1).gather(values(batch, g, step), 1);
            total = total.sub(likelihoods.mean());
        }
        SortedMap<String, NDArray> losses = new TreeMap<>();
        losses.put(TrainingLoop.LOSS, total);
        return losses;
    }

    /** The true value of a group for each image of a batch, int64 [n, 1]. */
    private NDArray values(EpochOrder.Batch batch, int group, NDManager step) {
        long[] values = new long[batch.size()];
        for (int i = 0; i < values.length; i++) {
            PersonCategory category = dataset.train().get(batch.images()[i]).category();
            values[i] = category.values().get(group);
        }
        return step.create(values, new Shape(values.length, 1));
    }

    @Override
    public void close() {
        heads.forEach(Network::close);
        manager.close();
    }
}
