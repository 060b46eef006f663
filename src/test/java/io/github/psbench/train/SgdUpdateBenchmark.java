package io.github.psbench.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.psbench.KernelBenchmark;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** A later step with momentum and weight decay, on parameters of ResNet-50: the scale of a normalisation, and a convolution. */
public class SgdUpdateBenchmark extends KernelBenchmark {
    private static final Sgd SETTINGS = new Sgd(0.9, 5e-4, false);

    @Param({"memory", "tensor"})
    String kind = "";

    @Param({"512", "2359296"})
    int size;

    private SgdUpdate update;
    private NDArray value;
    private NDArray gradient;
    private NDArray momentum;

    @Setup
    public void prepare() {
        update = kind.equals("memory") ? new MemorySgdUpdate(SETTINGS) : new TensorSgdUpdate(SETTINGS);
        value = manager.create(numbers(size)).duplicate();
        gradient = manager.create(numbers(size)).duplicate();
        momentum = value.zerosLike();
    }

    @Benchmark
    public void step() {
        try (NDManager scratch = manager.newSubManager()) {
            scratch.tempAttachAll(gradient);
            update.apply(value, gradient, momentum, false, 0.001f);
        }
    }
}
