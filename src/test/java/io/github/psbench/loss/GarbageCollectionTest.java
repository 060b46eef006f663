package io.github.psbench.loss;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The graph must not hold on to Java memory that the garbage collector may take before the backward pass. */
class GarbageCollectionTest {
    private static final SemanticMargin ASMR =
            new SemanticMargin(6, new PaperDelta(), new LearnedWeights(1, 0), SemanticMargin.Mean.ATTACHED);

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT32", "FLOAT64"})
    void gradientsAreTheSameWhenTheCollectorRunsBeforeThem(DataType type) {
        Map<AlignmentLoss, List<double[]>> undisturbed = gradients(type, () -> {});
        for (int attempt = 0; attempt < 5; attempt++) {
            Map<AlignmentLoss, List<double[]>> disturbed = gradients(type, GarbageCollectionTest::collectAndOverwrite);
            undisturbed.forEach((loss, expected) -> assertThat(disturbed.get(loss))
                    .as("%s", loss)
                    .usingRecursiveComparison()
                    .isEqualTo(expected));
        }
    }

    @Test
    void aConstantKeepsAllDigitsOfItsType() {
        try (NDManager manager = NDManager.newBaseManager()) {
            assertThat(Constant.of(0.1, manager.zeros(new Shape(2), DataType.FLOAT64))
                            .getDouble())
                    .isEqualTo(0.1);
            assertThat(Constant.of(0.1, manager.zeros(new Shape(2))).getFloat()).isEqualTo(0.1f);
        }
    }

    /** Of every loss by its images, categories and weights. All graphs are there when the collector runs. */
    private static Map<AlignmentLoss, List<double[]>> gradients(DataType type, Runnable beforeBackward) {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray bits = manager.create(new float[] {1, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 1, 0}, new Shape(3, 5))
                    .toType(type, false);
            CategoryMargins margins = ASMR.over(bits, List.of(2, 3));
            NDArray labels = manager.create(new long[] {0, 1, 2, 0});
            Map<AlignmentLoss, List<NDArray>> inputs = new LinkedHashMap<>();
            PermittedLosses.withDefaults()
                    .forEach(loss -> inputs.put(
                            loss,
                            List.of(
                                    ramp(manager, 4, 8, type),
                                    ramp(manager, 3, 8, type).flip(1).square(),
                                    manager.ones(new Shape(5), type))));
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray sum = manager.zeros(new Shape(), type);
                for (Map.Entry<AlignmentLoss, List<NDArray>> entry : inputs.entrySet()) {
                    List<NDArray> input = entry.getValue();
                    input.forEach(array -> array.setRequiresGradient(true));
                    sum = sum.add(new Loss(entry.getKey(), ASMR)
                            .value(input.get(0), labels, input.get(1), margins, input.get(2), 0)
                            .total());
                }
                beforeBackward.run();
                collector.backward(sum);
            }
            Map<AlignmentLoss, List<double[]>> gradients = new LinkedHashMap<>();
            inputs.forEach((loss, input) -> gradients.put(
                    loss,
                    input.stream()
                            .map(array -> array.getGradient()
                                    .toType(DataType.FLOAT64, true)
                                    .toDoubleArray())
                            .toList()));
            return gradients;
        }
    }

    private static NDArray ramp(NDManager manager, int rows, int columns, DataType type) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(1 + 0.7 * i);
        }
        return manager.create(values, new Shape(rows, columns)).toType(type, true);
    }

    /** Frees what nothing in Java refers to, and writes over it. */
    private static void collectAndOverwrite() {
        for (int round = 0; round < 3; round++) {
            System.gc();
            try {
                Thread.sleep(20); // the memory of direct buffers is given back by a thread of its own
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        for (int size = 4; size <= 64; size += 4) {
            for (int i = 0; i < 500; i++) {
                ByteBuffer buffer = ByteBuffer.allocateDirect(size);
                while (buffer.hasRemaining()) {
                    buffer.put((byte) 0x41);
                }
            }
        }
    }
}
