package io.github.psbench.bench;

import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.DataSource;
import io.github.psbench.device.ComputeDevice;
import java.util.List;

/**
 * What all benchmarks of a command share.
 *
 * @param dataset whose pictures and categories are learned from
 * @param places where data sets, weights and caches are
 */
public record Setup(ComputeDevice device, DataSource dataset, Places places, Progress progress) {
    /** What every peer is told. */
    List<String> peerArguments() {
        return List.of("--threads", String.valueOf(device.threads()), "--device", device.isGpu() ? "cuda" : "cpu");
    }
}
