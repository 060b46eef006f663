package io.github.psbench.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.DataSource;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.run.EngineSetting;
import io.github.psbench.train.Precision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all benchmarks of a command share.
 *
 * @param batch images a step, 1..65536, in all benchmarks that train; null: as each of them has it
 * @param dataset whose pictures and categories are learned from
 * @param places where data sets, weights and caches are
 */
public record Setup(
        ComputeDevice device,
        Precision precision,
        @Nullable Integer batch,
        DataSource dataset,
        Places places,
        Progress progress) {
    /** Images a step: a GPU is only busy with more of them than a processor's memory is good for. */
    int batch(int onProcessor, int onGpu) {
        if (batch != null) {
            return batch;
        }
        return device.isGpu() ? onGpu : onProcessor;
    }

    /** Has the engine of this process compute as it does in a trial. */
    void prepareEngine() {
        new EngineSetting(device, precision, false).apply();
    }

    /** What every peer is told. */
    List<String> peerArguments() {
        return List.of(
                "--threads",
                String.valueOf(device.threads()),
                "--device",
                device.isGpu() ? "cuda" : "cpu",
                "--tf32",
                precision == Precision.TF32 ? "1" : "0");
    }

    /**
     * Waits for all that the device of a manager was told to do. A processor has done it; a GPU gets its work in order, and so can answer
     * only after it.
     */
    static void awaitDevice(NDManager manager) {
        if (manager.getDevice().isGpu()) {
            try (NDArray last = manager.zeros(new Shape(1))) {
                last.getFloat(0);
            }
        }
    }
}
