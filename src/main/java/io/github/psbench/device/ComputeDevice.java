package io.github.psbench.device;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a trial computes on.
 *
 * @param gpu null: the processor
 * @param threads of the processor that a trial computes with, >= 1; on a GPU they do what is not done there. Another number sums in another
 *     order, so that results differ in their last bits, and after many steps in more
 */
public record ComputeDevice(@Nullable Gpu gpu, int threads) {
    /** The processor, with that many threads. */
    public static ComputeDevice cpu(int threads) {
        return new ComputeDevice(null, threads);
    }

    public boolean isGpu() {
        return gpu != null;
    }

    /** "cpu" or "gpu:2". */
    public String name() {
        return gpu == null ? "cpu" : "gpu:" + gpu.index();
    }

    /** "cpu" or "gpu:2 (NVIDIA A100-SXM4-80GB)". */
    public String inWords() {
        return gpu == null ? name() : name() + " (" + gpu.name() + ")";
    }

    /** Has the engine of this process compute with its threads. */
    public void useThreads() {
        Engine.getInstance(); // loads the library that the next line calls
        JniUtils.setNumThreads(threads);
    }

    /** The engine's name for it. */
    public Device onEngine() {
        return gpu == null ? Device.cpu() : Device.gpu(gpu.index());
    }

    /** What {@code --device} has to be in a process that is started with {@link #environment}, where this is the only GPU. */
    public String inItsProcess() {
        return gpu == null ? name() : "gpu";
    }

    /**
     * Variables for a process that is to use this device and no other. cuBLAS comes to the same bits each time only with a workspace of fixed
     * size.
     */
    public Map<String, String> environment() {
        return gpu == null ? Map.of() : Map.of(NvidiaSmi.VISIBLE, gpu.uuid(), "CUBLAS_WORKSPACE_CONFIG", ":4096:8");
    }

    /** What can be taken of its memory, in bytes, as of when it was listed. */
    public long freeBytes() {
        return gpu == null ? HostMemory.availableBytes() : gpu.freeBytes();
    }
}
