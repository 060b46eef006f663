package io.github.psbench.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class NetworkTest {
    private static final long SEED = 20211017;

    private NDManager manager;

    @BeforeEach
    void openManager() {
        manager = NDManager.newBaseManager();
    }

    @AfterEach
    void closeManager() {
        manager.close();
    }

    @Test
    void aPerceptronIsMatricesWithReluBetweenThem() {
        try (Network network = Network.of(new Perceptron(List.of(2, 3, 1)), random(), manager)) {
            network.set(Map.of(
                    "fc1.weight", manager.create(new float[] {1, 2, -1, 0, 0.5f, -3}, new Shape(3, 2)),
                    "fc1.bias", manager.create(new float[] {0, 0.25f, 1}),
                    "fc2.weight", manager.create(new float[] {2, 100, -1}, new Shape(1, 3)),
                    "fc2.bias", manager.create(new float[] {-4})));

            NDArray output = network.forward(manager.create(new float[] {1, 3, 4, 1}, new Shape(2, 2)), true);

            // Hidden (7, -0.75, -7.5) and (6, -3.75, 0), of which ReLU leaves the first only.
            assertThat(output.getShape()).isEqualTo(new Shape(2, 1));
            assertThat(output.toFloatArray()).containsExactly(2 * 7 - 4, 2 * 6 - 4);
        }
    }

    @Test
    void theSameRandomNumbersGiveTheSameParameters() {
        Perceptron layers = new Perceptron(List.of(5, 4, 3));
        try (Network one = Network.of(layers, random(), manager);
                Network other = Network.of(layers, random(), manager)) {
            one.parameters().forEach((name, array) -> assertThat(array.toFloatArray())
                    .as("%s, seed %d", name, SEED)
                    .isEqualTo(tensor(other.parameters(), name).toFloatArray()));
        }
    }

    @Test
    void weightsStartAsHeProposed() {
        try (Network network = Network.of(new Perceptron(List.of(300, 200)), random(), manager)) {
            NDArray weight = tensor(network.parameters(), "fc1.weight");

            assertThat(weight.mean().getFloat()).as("seed %d", SEED).isCloseTo(0, within(0.002f));
            assertThat(weight.square().mean().getFloat())
                    .as("seed %d", SEED)
                    .isCloseTo(2f / 200, within(0.01f * 4 / 200));
            assertThat(tensor(network.parameters(), "fc1.bias").toFloatArray()).containsOnly(0);
        }
    }

    @Test
    void everyParameterGetsAGradientAlsoAfterItIsSet() {
        try (Network network = Network.of(new Perceptron(List.of(2, 2)), random(), manager)) {
            NDArray weight = tensor(network.parameters(), "fc1.weight");
            network.set(Map.of(
                    "fc1.weight", manager.zeros(new Shape(2, 2)), "fc1.bias", manager.create(new float[] {1, 2})));
            assertThat(weight.toFloatArray()).containsOnly(0);

            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray output = network.forward(manager.create(new float[] {3, 5}, new Shape(1, 2)), true);
                assertThat(output.toFloatArray()).containsExactly(1, 2);
                collector.backward(output.sum());
            }

            assertThat(weight.getGradient().toFloatArray()).containsExactly(3, 5, 3, 5);
            assertThat(tensor(network.parameters(), "fc1.bias").getGradient().toFloatArray())
                    .containsExactly(1, 1);
        }
    }

    @Test
    void tensorsCanBeSetWhileGradientsAreCollected() {
        try (Network network = Network.of(new Perceptron(List.of(1, 1)), random(), manager);
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            network.set(Map.of("fc1.weight", manager.ones(new Shape(1, 1)), "fc1.bias", manager.ones(new Shape(1))));

            collector.backward(
                    network.forward(manager.ones(new Shape(1, 1)), true).sum());
            assertThat(tensor(network.parameters(), "fc1.weight").getGradient().toFloatArray())
                    .containsExactly(1);
        }
    }

    @Test
    void everyTensorThatDoesNotFitIsListedAndNothingIsOverwritten() {
        try (Network network = Network.of(new Perceptron(List.of(2, 3, 1)), random(), manager)) {
            float[] before = tensor(network.parameters(), "fc2.bias").toFloatArray();
            Map<String, NDArray> values = new TreeMap<>();
            values.put("fc1.weight", manager.zeros(new Shape(2, 3)));
            values.put("fc1.bias", manager.zeros(new Shape(3), DataType.FLOAT64));
            values.put("fc2.bias", manager.ones(new Shape(1)));
            values.put("fc3.bias", manager.ones(new Shape(1)));

            assertThatThrownBy(() -> network.set(values))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("misshapen: fc1.weight is float32 (2, 3), must be float32 (3, 2)")
                    .hasMessageContaining("misshapen: fc1.bias is float64 (3), must be float32 (3)")
                    .hasMessageContaining("missing: fc2.weight float32 (1, 3)")
                    .hasMessageContaining("unexpected: fc3.bias float32 (1)");
            assertThat(tensor(network.parameters(), "fc2.bias").toFloatArray()).isEqualTo(before);
        }
    }

    @Test
    void namesAreNotGivenTwice() {
        Layer twice = Layers.sequence(new Perceptron(List.of(1, 1)), new Perceptron(List.of(1, 1)));
        assertThatThrownBy(() -> Network.of(twice, random(), manager)).hasMessageContaining("fc1.weight");
    }

    @Test
    void theOutputBelongsToTheInputsManagerAndNothingElseStays() {
        try (Network network = Network.of(new Perceptron(List.of(2, 2, 2)), random(), manager);
                NDManager step = manager.newSubManager()) {
            NDArray input = step.ones(new Shape(3, 2));

            NDArray output = network.forward(input, false);

            assertThat(output.getManager()).isSameAs(step);
            assertThat(step.getManagedArrays()).containsExactlyInAnyOrder(input, output);
        }
    }

    @Test
    void closingFreesTheTensors() {
        Network network = Network.of(new Perceptron(List.of(1, 1)), random(), manager);
        NDArray bias = tensor(network.parameters(), "fc1.bias");
        network.close();
        assertThat(bias.isReleased()).isTrue();
    }

    private static NDArray tensor(SortedMap<String, NDArray> tensors, String name) {
        NDArray tensor = tensors.get(name);
        assertThat(tensor).as(name).isNotNull();
        return requireNonNull(tensor);
    }

    private static UniformRandomProvider random() {
        return RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
    }
}
