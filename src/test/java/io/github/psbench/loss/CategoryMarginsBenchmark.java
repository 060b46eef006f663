package io.github.psbench.loss;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.psbench.KernelBenchmark;
import io.github.psbench.settings.SettingsReader;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The regulariser over as many categories as Market-1501 has, with its gradients by prototypes and w. */
public class CategoryMarginsBenchmark extends KernelBenchmark {
    private static final int CATEGORIES = 508;
    private static final List<Integer> GROUPS = List.of(4, 4, 10, 9, 2, 2, 2, 2, 2, 2);
    private static final int DIMENSION = 128;

    @Param({"paper", "released"})
    String form = "";

    private CategoryMargins margins;
    private NDArray prototypes;
    private NDArray w;

    @Setup
    public void prepare() {
        DeltaForm delta = SettingsReader.variant("delta", DeltaForm.class, form);
        margins = new SemanticMargin(5, delta, new LearnedWeights(1, 0.25), SemanticMargin.Mean.ATTACHED)
                .over(bits(), GROUPS);
        prototypes = UnitRows.of(manager.create(numbers(CATEGORIES * DIMENSION), new Shape(CATEGORIES, DIMENSION)));
        w = manager.create(margins.initialWeights(random));
        prototypes.setRequiresGradient(true);
        w.setRequiresGradient(true);
    }

    /** One bit of each group. */
    private NDArray bits() {
        int width = GROUPS.stream().mapToInt(Integer::intValue).sum();
        float[] bits = new float[CATEGORIES * width];
        int first = 0;
        while (first < bits.length) {
            for (int group : GROUPS) {
                bits[first + random.nextInt(group)] = 1;
                first += group;
            }
        }
        return manager.create(bits, new Shape(CATEGORIES, width));
    }

    @Benchmark
    public float valueAndGradients() {
        try (NDManager step = manager.newSubManager();
                GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            step.tempAttachAll(prototypes);
            NDArray value = margins.value(prototypes, w);
            gradients.backward(value);
            return value.getFloat();
        }
    }
}
