package io.github.psbench.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pass over the memory against the operations of the engine. */
class SgdUpdateTest {
    private static final int STEPS = 5;
    private static final int[] SIZES = {1, 1023, 1024, 1025, 300_000};

    static Stream<Sgd> settings() {
        return Stream.of(
                new Sgd(0, 0, false),
                new Sgd(0, 5e-4, false),
                new Sgd(0.9, 0, false),
                new Sgd(0.9, 5e-4, false),
                new Sgd(0.95, 1e-2, true));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void bothComeToTheSameBits(Sgd settings) {
        try (NDManager manager = NDManager.newBaseManager()) {
            for (int size : SIZES) {
                float[][] expected = afterSteps(new TensorSgdUpdate(settings), size, manager);
                float[][] found = afterSteps(new MemorySgdUpdate(settings), size, manager);
                assertThat(found).as("%d numbers, %s", size, settings).isDeepEqualTo(expected);
                assertThat(found[0]).doesNotContain(Float.NaN);
            }
        }
    }

    /** The parameter and its momentum buffer. */
    private static float[][] afterSteps(SgdUpdate update, int size, NDManager parent) {
        try (NDManager manager = parent.newSubManager()) {
            UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(7L);
            NDArray value = manager.create(numbers(size, random)).duplicate();
            NDArray momentum = value.zerosLike();
            for (int step = 0; step < STEPS; step++) {
                try (NDManager scratch = manager.newSubManager()) {
                    NDArray gradient = scratch.create(numbers(size, random));
                    update.apply(value, gradient, momentum, step == 0, step < 3 ? 0.1f : 0.01f);
                }
            }
            return new float[][] {value.toFloatArray(), momentum.toFloatArray()};
        }
    }

    /** Of magnitudes from 1e-6 to 1, so that sums round in all ways. */
    private static float[] numbers(int size, UniformRandomProvider random) {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) ((2 * random.nextDouble() - 1) * Math.pow(10, -6 * random.nextDouble()));
        }
        return numbers;
    }
}
