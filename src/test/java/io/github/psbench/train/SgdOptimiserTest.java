package io.github.psbench.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Against torch.optim.SGD of PyTorch 2.15 on a CPU with fused multiply-add, whose results stand here as the bits of float32. */
class SgdOptimiserTest {
    private static final float[] START = {1.0f, -0.5f, 0.3333333f, 7.77e-3f, -123.456f, 2e-7f, 0.1f, 0.9f, -3.3f};
    private static final float[] GRADIENT = {0.1f, 0.2f, -0.3f, 0.7f, 1.1f, -1e-3f, 0.0123f, 5.5f, -0.77f};

    @Test
    void twentyStepsAcrossADecayAreThoseOfPyTorchToTheBit() {
        Sgd settings = new Sgd(0.9, 5e-4, false);
        assertThat(afterSteps(settings, 20))
                .containsExactly(
                        1061955792,
                        -1083827591,
                        1064222809,
                        -1078837833,
                        -1023757249,
                        990059516,
                        1033496492,
                        -1054758137,
                        -1075825725);
    }

    @Test
    void soAreTwentyStepsWithNesterov() {
        Sgd settings = new Sgd(0.9, 5e-4, true);
        assertThat(afterSteps(settings, 20))
                .containsExactly(
                        1061532347,
                        -1082993399,
                        1065414715,
                        -1077373536,
                        -1023726191,
                        991130532,
                        1033080760,
                        -1053319721,
                        -1077444809);
    }

    @Test
    void theDecayActsOnTheStepAndNotOnTheMomentum() {
        // g = 1, three steps at 0.1 and three at 0.01: with the rate inside the momentum buffer this would end at
        // -0.278
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray parameter = manager.create(new float[] {1f});
            parameter.setRequiresGradient(true);
            try (SgdOptimiser optimiser = optimiser(new Sgd(0.9, 0, false), parameter, manager)) {
                for (int step = 0; step < 6; step++) {
                    backward(parameter, new float[] {1f}, manager);
                    optimiser.step(step < 3 ? 1 : 0.1);
                }
            }
            assertThat(parameter.toFloatArray()[0]).isCloseTo(0.3170f, org.assertj.core.data.Offset.offset(1e-3f));
        }
    }

    @Test
    void joinedParametersComeToTheSameBitsAlsoAfterARestore() {
        for (Sgd settings : List.of(new Sgd(0.9, 5e-4, true), new Sgd(0, 5e-4, false))) {
            assertThat(afterStepsOfThree(settings, true)).isDeepEqualTo(afterStepsOfThree(settings, false));
        }
    }

    /** Of three parameters in two groups, going on from saved momenta after the second step of four. */
    private static float[][] afterStepsOfThree(Sgd settings, boolean joined) {
        try (NDManager manager = NDManager.newBaseManager()) {
            SortedMap<String, NDArray> first = new TreeMap<>(Map.of(
                    "a", manager.create(START).reshape(3, 3).duplicate(),
                    "b", manager.create(GRADIENT).duplicate()));
            SortedMap<String, NDArray> second =
                    new TreeMap<>(Map.of("a", manager.create(new float[] {0.3f}).duplicate()));
            List<NDArray> parameters = Stream.of(first, second)
                    .flatMap(group -> group.values().stream())
                    .toList();
            parameters.forEach(parameter -> parameter.setRequiresGradient(true));
            List<SgdOptimiser.Group> groups = List.of(
                    new SgdOptimiser.Group("first", first, 0.1), new SgdOptimiser.Group("second", second, 0.01));
            SortedMap<String, NDArray> kept = new TreeMap<>();
            for (int half = 0; half < 2; half++) {
                try (SgdOptimiser optimiser = new SgdOptimiser(settings, groups, manager, joined)) {
                    optimiser.restore(kept);
                    for (int step = 0; step < 2; step++) {
                        for (NDArray parameter : parameters) {
                            float[] gradient = new float[Math.toIntExact(parameter.size())];
                            Arrays.fill(gradient, 0.37f * (step + 1));
                            backward(parameter, gradient, manager);
                        }
                        optimiser.step(1);
                    }
                    optimiser.momenta().forEach((name, momentum) -> kept.put(name, momentum.duplicate()));
                    kept.values().forEach(momentum -> momentum.attach(manager));
                }
            }
            return Stream.concat(parameters.stream(), kept.values().stream())
                    .map(NDArray::toFloatArray)
                    .toArray(float[][]::new);
        }
    }

    private static int[] afterSteps(Sgd settings, int steps) {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray parameter = manager.create(START);
            parameter.setRequiresGradient(true);
            try (SgdOptimiser optimiser = optimiser(settings, parameter, manager)) {
                for (int step = 0; step < steps; step++) {
                    float[] gradient = GRADIENT.clone();
                    for (int i = 0; i < gradient.length; i++) {
                        gradient[i] *= step % 3 - 0.5f;
                    }
                    backward(parameter, gradient, manager);
                    optimiser.step(step < 10 ? 1 : 0.1);
                }
            }
            float[] values = parameter.toFloatArray();
            int[] bits = new int[values.length];
            Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
            return bits;
        }
    }

    private static SgdOptimiser optimiser(Sgd settings, NDArray parameter, NDManager manager) {
        return new SgdOptimiser(
                settings,
                List.of(new SgdOptimiser.Group("group", new TreeMap<>(Map.of("p", parameter)), 0.1)),
                manager);
    }

    /** Gives a parameter a gradient: that of its inner product with it. */
    private static void backward(NDArray parameter, float[] gradient, NDManager manager) {
        try (NDManager step = manager.newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            collector.backward(
                    step.create(gradient, parameter.getShape()).mul(parameter).sum());
        }
    }
}
