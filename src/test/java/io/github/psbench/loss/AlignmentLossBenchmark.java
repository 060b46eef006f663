package io.github.psbench.loss;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.psbench.KernelBenchmark;
import io.github.psbench.settings.SettingsReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The loss of a batch with its gradient by the cosines. */
public class AlignmentLossBenchmark extends KernelBenchmark {
    private static final int IMAGES = 128;
    private static final int PROTOTYPES = 508;
    private static final int DIMENSION = 128;

    @Param({"ma", "softmax", "proxy-anchor", "proxy-nca", "cosface", "sphereface"})
    String name = "";

    private AlignmentLoss loss;
    private NDArray cosines;
    private NDArray labels;

    @Setup
    public void prepare() {
        loss = SettingsReader.variant("alignment loss", AlignmentLoss.class, name);
        cosines = unitRows(IMAGES).matMul(unitRows(PROTOTYPES).transpose()).duplicate();
        cosines.setRequiresGradient(true);
        labels = manager.create(random.longs(IMAGES, 0, PROTOTYPES).toArray());
    }

    private NDArray unitRows(int count) {
        return UnitRows.of(manager.create(numbers(count * DIMENSION), new Shape(count, DIMENSION)));
    }

    @Benchmark
    public float valueAndGradient() {
        try (NDManager step = manager.newSubManager();
                GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            step.tempAttachAll(cosines, labels);
            NDArray value = loss.value(cosines, labels, 0);
            gradients.backward(value);
            return value.getFloat();
        }
    }
}
