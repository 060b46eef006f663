package io.github.psbench.cli;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.psbench.device.DeviceInventory;
import io.github.psbench.device.EngineNatives;
import io.github.psbench.device.Gpu;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks whether the engine's native libraries fit together, load, and add. */
record EngineCheck(EngineNatives natives, DeviceInventory inventory, Map<String, String> environment) {
    private static final double GIBIBYTE = 1L << 30;

    List<Finding> findings() {
        Optional<EngineNatives.Misfit> misfit = natives.misfit(environment);
        if (misfit.isPresent()) {
            return List.of(
                    Finding.problem(
                            "natives", misfit.get().found(), misfit.get().remedy()),
                    Finding.problem("engine", "was not loaded, because its natives do not fit", "See natives."));
        }
        Finding fit = Finding.ok("natives", natives.source(environment) + ", and a bridge for " + natives.bridgeFor());
        try {
            return List.of(
                    fit,
                    engine(),
                    devices(inventory.gpus()),
                    threads(Runtime.getRuntime().availableProcessors()));
        } catch (RuntimeException | LinkageError | AssertionError e) {
            return List.of(fit, notLoaded(e));
        }
    }

    private static Finding engine() {
        long began = System.nanoTime();
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray sum = manager.create(new float[] {1, 2}).add(manager.create(new float[] {3, 4}));
            float[] values = sum.toFloatArray();
            String about = String.format(
                    "%s %s, loaded in %.1f s",
                    Engine.getInstance().getEngineName(),
                    Engine.getInstance().getVersion(),
                    (System.nanoTime() - began) / 1e9);
            return Arrays.equals(values, new float[] {4, 6})
                    ? Finding.ok("engine", about + "; [1, 2] + [3, 4] = [4, 6]")
                    : Finding.problem(
                            "engine",
                            about + "; but [1, 2] + [3, 4] = " + Arrays.toString(values),
                            "Its libraries are damaged: remove the folder " + cache() + " and run doctor again.");
        }
    }

    Finding devices(List<Gpu> gpus) {
        String found = gpus.stream().map(EngineCheck::inWords).collect(Collectors.joining("; "));
        if (natives.usesCuda(environment)) {
            return gpus.isEmpty()
                    ? Finding.warning(
                            "device",
                            "the processor: libtorch is for CUDA, and there is no GPU that this process may use",
                            "nvidia-smi must list one, and CUDA_VISIBLE_DEVICES, if it is set, must name it.")
                    : Finding.ok("device", found);
        }
        return gpus.isEmpty()
                ? Finding.ok("device", "the processor")
                : Finding.warning(
                        "device",
                        "the processor: libtorch is for processors, and cannot use " + found,
                        "README, \"GPUs\", gives three ways to a libtorch for CUDA.");
    }

    private static String inWords(Gpu gpu) {
        return String.format(
                Locale.ROOT,
                "gpu:%d %s, %.1f of %.1f GiB free, driver %s",
                gpu.index(),
                gpu.name(),
                gpu.freeBytes() / GIBIBYTE,
                gpu.totalBytes() / GIBIBYTE,
                gpu.driver());
    }

    private Finding threads(int cores) {
        int threads = DeviceOptions.usualThreads(environment);
        String found = threads + " a trial, on " + cores + " cores"
                + (environment.containsKey("OMP_NUM_THREADS") ? " (OMP_NUM_THREADS)" : "; --threads gives it more");
        return threads <= cores
                ? Finding.ok("threads", found)
                : Finding.warning(
                        "threads", found, "More threads than cores are slow: set OMP_NUM_THREADS=" + cores + ".");
    }

    private Finding notLoaded(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        if (natives.usesCuda(environment)) {
            return Finding.problem(
                    "engine",
                    "cannot be loaded: " + cause,
                    "A libtorch for CUDA needs NVIDIA's driver (libcuda.so.1), and CUDA's runtime (libcudart.so) where the loader finds"
                            + " it, as by LD_LIBRARY_PATH; without a GPU that it can see, the engine does not take the one in this"
                            + " build. README, \"GPUs\", has more.");
        }
        return Finding.problem(
                "engine",
                "cannot be loaded: " + cause,
                "Check that " + cache() + " can be written, has 500 MB of space and is on a disk that programs may be"
                        + " run from; else set DJL_CACHE_DIR to such a folder. Damaged libraries in it can be removed.");
    }

    private static String cache() {
        return ai.djl.util.Utils.getEngineCacheDir("pytorch").toString();
    }
}
