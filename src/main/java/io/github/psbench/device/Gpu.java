package io.github.psbench.device;

/**
 * A GPU that this process may use.
 *
 * @param index among these, from 0, in the order of {@code nvidia-smi}
 * @param uuid its name for CUDA, which no restart changes: "GPU-8b8c..."
 * @param name such as "NVIDIA A100-SXM4-80GB"
 * @param driver the version of its driver, such as "550.54.15"
 * @param totalBytes of its memory
 * @param freeBytes of its memory, when this was asked
 */
public record Gpu(int index, String uuid, String name, String driver, long totalBytes, long freeBytes) {}
