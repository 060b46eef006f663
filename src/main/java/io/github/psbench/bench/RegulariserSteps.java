package io.github.psbench.bench;

import static io.github.psbench.bench.Benchmark.Peer;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.psbench.loss.CategoryMargins;
import io.github.psbench.loss.LearnedWeights;
import io.github.psbench.loss.PaperDelta;
import io.github.psbench.loss.SemanticMargin;
import io.github.psbench.loss.UnitRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The semantic margin regulariser over n categories of K bits, forward and backward, with gradients for prototypes and w. Neither images nor
 * encoders take part.
 */
record RegulariserSteps(Setup setup, int categories, int bits) implements Workload {
    private static final int DIMENSION = 128;

    /** As many as the widest data set has: PA-100K with attributes of all kinds as one-hot groups. */
    private static final int BITS = 105;

    /** The peer's differences of all pairs, their absolute values and the products with w, and no less for the gradients. */
    private static final int PEER_COPIES = 3;

    static Benchmark of(Setup setup, int categories) {
        List<String> arguments = new ArrayList<>(setup.peerArguments());
        arguments.addAll(List.of(
                "--categories",
                String.valueOf(categories),
                "--bits",
                String.valueOf(BITS),
                "--dimension",
                String.valueOf(DIMENSION)));
        long peerBytes = 4L * PEER_COPIES * categories * categories * BITS;
        return new Benchmark(
                "ASMR, %,d categories of %d bits".formatted(categories, BITS),
                (long) categories * (categories - 1) / 2,
                "pairs",
                new RegulariserSteps(setup, categories, BITS),
                peerBytes > setup.device().freeBytes() ? null : new Peer("asmr.py", arguments));
    }

    @Override
    public void run(Turns turns) throws Exception {
        setup.prepareEngine();
        Device device = setup.device().onEngine();
        try (NDManager manager = NDManager.newBaseManager(device)) {
            UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(0L);
            NDArray attributes = values(manager, categories * bits, () -> random.nextBoolean() ? 1 : 0)
                    .reshape(categories, bits);
            NDArray prototypes = values(manager, categories * DIMENSION, () -> 2 * random.nextFloat() - 1)
                    .reshape(categories, DIMENSION)
                    .duplicate();
            NDArray w =
                    values(manager, bits, () -> 0.75f + random.nextFloat() / 2).duplicate();
            prototypes.setRequiresGradient(true);
            w.setRequiresGradient(true);
            CategoryMargins margins = new SemanticMargin(
                            5, new PaperDelta(), new LearnedWeights(1, 0.25), SemanticMargin.Mean.ATTACHED)
                    .over(attributes, Collections.nCopies(bits, 1));
            Workload.repeating(2, () -> step(margins, prototypes, w)).run(turns);
        }
    }

    private static void step(CategoryMargins margins, NDArray prototypes, NDArray w) {
        try (NDManager step = prototypes.getManager().newSubManager();
                GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            step.tempAttachAll(prototypes);
            NDArray value = margins.value(UnitRows.of(prototypes), w);
            gradients.backward(value);
            value.getFloat(); // waits for a GPU
        }
    }

    private static NDArray values(NDManager manager, int count, FloatSource source) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = source.next();
        }
        return manager.create(values, new Shape(count));
    }

    @FunctionalInterface
    private interface FloatSource {
        float next();
    }
}
