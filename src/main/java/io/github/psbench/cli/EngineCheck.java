package io.github.psbench.cli;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks whether the engine's native libraries fit together, load, and add. */
record EngineCheck(EngineNatives natives, Map<String, String> environment) {
    List<Finding> findings() {
        Optional<EngineNatives.Misfit> misfit = natives.misfit(environment);
        if (misfit.isPresent()) {
            return List.of(
                    Finding.problem(
                            "natives", misfit.get().found(), misfit.get().remedy()),
                    Finding.problem("engine", "was not loaded, because its natives do not fit", "See natives."));
        }
        String elsewhere = environment.getOrDefault("PYTORCH_LIBRARY_PATH", "");
        Finding fit = Finding.ok(
                "natives",
                "libtorch " + (elsewhere.isEmpty() ? natives.libtorch() : "from " + elsewhere) + ", and a bridge for "
                        + natives.bridgeFor());
        try {
            return List.of(fit, engine(), device(), threads(Runtime.getRuntime().availableProcessors()));
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

    private static Finding device() {
        return Finding.ok("device", Engine.getInstance().defaultDevice().toString());
    }

    private Finding threads(int cores) {
        int threads = JniUtils.getNumThreads();
        String set = environment.getOrDefault("OMP_NUM_THREADS", "");
        String found = threads + " for computing, on " + cores + " cores"
                + (set.isEmpty() ? "" : " (OMP_NUM_THREADS is " + set + ")");
        return threads <= cores
                ? Finding.ok("threads", found)
                : Finding.warning(
                        "threads", found, "More threads than cores are slow: set OMP_NUM_THREADS=" + cores + ".");
    }

    private static Finding notLoaded(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
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
