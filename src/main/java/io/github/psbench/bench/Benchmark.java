package io.github.psbench.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a table: what is measured, and what it is measured against.
 *
 * @param name unique among all benchmarks, such as "step resnet50 256x128, batch 16"
 * @param items how many of {@code unit} a sample goes through, >= 1
 * @param unit what they are, such as "images"
 * @param workload psbench's side
 * @param peer null: there is nothing to compare with
 */
public record Benchmark(
        String name,
        long items,
        String unit,
        Workload workload,
        @Nullable Peer peer) {
    /**
     * The same work by another program: a Python script in {@code bench/peer}.
     *
     * @param script its file name
     * @param arguments what is to be done
     */
    record Peer(String script, List<String> arguments) {
        public Peer {
            arguments = List.copyOf(arguments);
        }
    }
}
