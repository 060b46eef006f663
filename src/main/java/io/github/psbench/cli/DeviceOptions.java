package io.github.psbench.cli;

import io.github.psbench.device.ComputeDevice;
import io.github.psbench.device.DeviceChoice;
import io.github.psbench.device.EngineNatives;
import io.github.psbench.device.NvidiaSmi;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --device} and {@code --threads}: what trials compute on. */
final class DeviceOptions {
    static final String DEVICE = "--device";
    static final String THREADS = "--threads";

    @Option(
            names = DEVICE,
            paramLabel = "DEVICE",
            defaultValue = "auto",
            description =
                    "auto, cpu, gpu (all that there are), or gpu:0,2 (these). auto takes all GPUs that the engine can use, else the processor;"
                            + " `psbench doctor` says which. Default: ${DEFAULT-VALUE}.")
    private String device = "auto";

    @Option(
            names = THREADS,
            paramLabel = "N",
            description =
                    "Threads of the processor that a trial computes with. Another number changes the last bits of what is summed, and so, in the"
                            + " end, scores. Default: OMP_NUM_THREADS, else 1, which comes to the same on every machine.")
    private @Nullable Integer threads;

    /** At least one. */
    List<ComputeDevice> devices() {
        Map<String, String> environment = System.getenv();
        return new DeviceChoice(device, threads == null ? usualThreads(environment) : threads)
                .among(new NvidiaSmi(environment), EngineNatives.onClassPath(), environment);
    }

    /** Where nothing else is asked for. */
    static int usualThreads(Map<String, String> environment) {
        String set = environment.getOrDefault("OMP_NUM_THREADS", "");
        return set.matches("[1-9]\\d{0,3}") ? Integer.parseInt(set) : 1;
    }
}
