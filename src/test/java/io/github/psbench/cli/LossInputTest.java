package io.github.psbench.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Safetensors;
import io.github.psbench.loss.DeltaForm;
import io.github.psbench.loss.LearnedWeights;
import io.github.psbench.loss.Loss;
import io.github.psbench.loss.MarginAlignment;
import io.github.psbench.loss.MarginWeights;
import io.github.psbench.loss.PaperDelta;
import io.github.psbench.loss.ReleasedDelta;
import io.github.psbench.loss.SemanticMargin;
import io.github.psbench.loss.UniformWeights;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LossInputTest {
    private static final MarginWeights LEARNED = new LearnedWeights(1, 0.25);

    @TempDir
    Path folder;

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void takesOnesAsLearnedWeightsAndTheirConstantAsUniformOnes() {
        assertThat(weights(read(spec(new PaperDelta(), LEARNED, 2, 3), sound())))
                .containsExactly(1, 1, 1, 1, 1);
        assertThat(weights(read(spec(new ReleasedDelta(null), LEARNED, 2, 3), sound())))
                .containsExactly(1, 1);
        assertThat(weights(read(spec(new PaperDelta(), new UniformWeights(0.1), 2, 3), sound())))
                .containsOnly(0.1);
    }

    @Test
    void refusesGivenWeightsWhereTheSpecHasUniformOnes() {
        Map<String, NDArray> tensors = with("weights", manager.create(new float[] {1, 2, 3, 4, 5}));

        assertThatThrownBy(() -> read(spec(new PaperDelta(), new UniformWeights(1), 2, 3), tensors))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("weights")
                .hasMessageContaining("uniform");
    }

    @Test
    void takesGivenWeightsAndBitsOfAnyTypeOfNumber() {
        Map<String, NDArray> tensors = with("weights", manager.create(new float[] {0.5f, 2}));
        tensors.put("bits", bits().toType(DataType.UINT8, true));

        LossInput input = read(spec(new ReleasedDelta(null), LEARNED, 2, 3), tensors);

        assertThat(weights(input)).containsExactly(0.5, 2);
        assertThat(input.images().getDataType()).isEqualTo(DataType.FLOAT64);
    }

    @Test
    void needsNeitherBitsNorGroupsWithoutTheRegulariser() {
        Map<String, NDArray> tensors = sound();
        tensors.remove("bits");

        LossInput input = read(new LossSpec(new Loss(new MarginAlignment(12, 0.2), null), List.of(), 0), tensors);

        assertThat(input.margins()).isNull();
        assertThat(input.weights()).isNull();
    }

    @Test
    void saysWhichTensorIsWrong() {
        assertRefused(with("images", manager.ones(new Shape(2, 4))))
                .hasMessageContaining("tensor categories must have rows as long as those of images, 4, got 3");
        assertRefused(with("labels", manager.create(new long[] {0, 3})))
                .hasMessageContaining("tensor labels must be rows of categories, 0..2, got 3 at 1");
        assertRefused(with("labels", manager.create(new long[] {-1, 0})))
                .hasMessageContaining("tensor labels must be rows of categories, 0..2, got -1 at 0");
        assertRefused(with("labels", manager.create(new long[] {0})))
                .hasMessageContaining("tensor labels must have one number for each of the 2 rows of images, got 1");
        assertRefused(with("labels", manager.create(new int[] {0, 1}).toType(DataType.FLOAT32, false)))
                .hasMessageContaining("tensor labels must be int64, got float32");
        assertRefused(with("bits", manager.ones(new Shape(2, 5))))
                .hasMessageContaining("tensor bits must have one row for each of the 3 rows of categories, got 2");
        assertRefused(with("bits", bits().mul(0.5))).hasMessageContaining("every bit must be 0 or 1, got 0.5");
        assertRefused(with("weights", manager.ones(new Shape(2))))
                .hasMessageContaining(
                        "tensor weights must have 5 numbers, one for each bit in this form of delta, got 2");
        assertRefused(with(
                        "categories",
                        manager.create(
                                new double[] {1, 2, 3, 4, 5, Double.POSITIVE_INFINITY, 1, 1, 1}, new Shape(3, 3))))
                .hasMessageContaining("tensor categories must be finite, got Infinity in row 1, column 2");
        assertRefused(with("weight", manager.ones(new Shape(5))))
                .hasMessageContaining(
                        "has a tensor named weight; a loss takes images, labels, categories, bits, weights");
        Map<String, NDArray> without = sound();
        without.remove("bits");
        assertRefused(without).hasMessageContaining("has no tensor named bits; it holds categories, images, labels");
    }

    @Test
    void saysWhichFormWantsHowManyWeights() {
        assertThatThrownBy(() ->
                        read(spec(new ReleasedDelta(null), LEARNED, 2, 3), with("weights", manager.ones(new Shape(5)))))
                .hasMessageContaining(
                        "tensor weights must have 2 numbers, one for each group in this form of delta, got 5");
    }

    @Test
    void blamesTheSpecForGroupsThatDoNotAddUp() {
        assertThatThrownBy(() -> read(spec(new PaperDelta(), LEARNED, 2, 2), sound()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.USAGE))
                .hasMessageContaining("loss.yaml: the groups [2, 2] have 4 bits together")
                .hasMessageContaining("has 5 columns");
    }

    private AbstractThrowableAssert<?, ?> assertRefused(Map<String, NDArray> tensors) {
        return assertThatThrownBy(() -> read(spec(new PaperDelta(), LEARNED, 2, 3), tensors))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.DATA))
                .hasMessageContaining("input.safetensors");
    }

    private static LossSpec spec(DeltaForm form, MarginWeights weights, Integer... groups) {
        return new LossSpec(
                new Loss(
                        new MarginAlignment(12, 0.2),
                        new SemanticMargin(6, form, weights, SemanticMargin.Mean.ATTACHED)),
                List.of(groups),
                0);
    }

    private LossInput read(LossSpec spec, Map<String, NDArray> tensors) {
        Path file = folder.resolve("input.safetensors");
        Safetensors.write(file, tensors);
        return LossInput.read(file, spec, Path.of("loss.yaml"), manager);
    }

    private static double[] weights(LossInput input) {
        return requireNonNull(input.weights()).toDoubleArray();
    }

    private Map<String, NDArray> with(String name, NDArray tensor) {
        Map<String, NDArray> tensors = sound();
        tensors.put(name, tensor);
        return tensors;
    }

    private Map<String, NDArray> sound() {
        Map<String, NDArray> tensors = new TreeMap<>();
        tensors.put("images", manager.ones(new Shape(2, 3)));
        tensors.put("labels", manager.create(new long[] {0, 2}));
        tensors.put("categories", manager.eye(3));
        tensors.put("bits", bits());
        return tensors;
    }

    private NDArray bits() {
        return manager.create(new float[] {1, 0, 1, 0, 0, /**/ 0, 1, 1, 0, 0, /**/ 0, 1, 0, 1, 0}, new Shape(3, 5));
    }
}
