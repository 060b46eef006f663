package io.github.psbench.bench;

import io.github.psbench.base.Failure;
import io.github.psbench.device.ComputeDevice;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The benchmarks of a subject, in their order. */
public final class Bench {
    private final Setup setup;
    private final List<Benchmark> benchmarks;

    public Bench(Subject subject, Setup setup) {
        this.setup = setup;
        this.benchmarks = subject.benchmarks(setup);
    }

    /** Their names. */
    public List<String> names() {
        return benchmarks.stream().map(Benchmark::name).toList();
    }

    /**
     * A program to compare with: the scripts that lie in a folder, run by a Python that has PyTorch.
     *
     * @param python as a shell would find it
     */
    public record Peers(String python, Path scripts) {
        List<String> command(Benchmark.Peer peer) {
            Path script = scripts.resolve(peer.script());
            if (!Files.isRegularFile(script)) {
                throw Failure.usage(
                        "%s is not there. The scripts of the other side come with the source: run this in its folder, or name theirs with"
                                + " --peer-scripts.",
                        script);
            }
            List<String> command = new ArrayList<>(List.of(python, script.toString()));
            command.addAll(peer.arguments());
            return command;
        }
    }

    /**
     * Measures one of them, each side in a process of its own.
     *
     * @param psbench how to start a process that does {@link #serve} for that name
     * @param peers null: psbench alone
     * @param samples of each side, >= 1
     */
    public Comparison measure(String name, List<String> psbench, @Nullable Peers peers, int samples) {
        Benchmark benchmark = benchmark(name);
        Benchmark.Peer peer = benchmark.peer();
        return Comparison.of(
                benchmark,
                psbench,
                peers == null || peer == null ? null : peers.command(peer),
                setup.device().environment(),
                samples,
                setup.progress());
    }

    /**
     * Does the work of one of them in this process, a sample for each line that is read.
     *
     * @param out takes nothing but what {@link Turns} says
     */
    public void serve(String name, BufferedReader in, PrintWriter out) throws Exception {
        ComputeDevice device = setup.device();
        String version = "psbench on %s, %d thread%s"
                .formatted(device.inWords(), device.threads(), device.threads() == 1 ? "" : "s");
        benchmark(name).workload().run(new Turns(in, out, version));
    }

    private Benchmark benchmark(String name) {
        return benchmarks.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.usage("there is no benchmark '%s', but: %s", name, names()));
    }
}
