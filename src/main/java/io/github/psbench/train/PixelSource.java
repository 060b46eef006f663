package io.github.psbench.train;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.util.cuda.CudaUtils;
import io.github.psbench.data.Input;
import io.github.psbench.data.PixelCache;
import java.lang.management.MemoryUsage;

/** Where the pixels of a batch are taken from. */
sealed interface PixelSource extends AutoCloseable permits CopiedPixels, ResidentPixels {
    /** On a GPU all pictures live in its memory where they fill no more than half of what is free there; else batches come from the file. */
    static PixelSource of(PixelCache pixels, Input input, NDManager manager) {
        CopiedPixels mapped = new CopiedPixels(pixels, input);
        return ResidentPixels.bytes(pixels, input) <= freeBytes(manager.getDevice()) / 2
                ? new ResidentPixels(mapped, pixels.size(), input, manager, ResidentPixels.BLOCK_BYTES)
                : mapped;
    }

    /** Free memory of a GPU; 0 where there is none, or where it cannot be asked for lack of CUDA's runtime library. */
    static long freeBytes(Device device) {
        if (!device.isGpu()) {
            return 0;
        }
        try {
            MemoryUsage memory = CudaUtils.getGpuMemory(device);
            return memory.getMax() - memory.getUsed();
        } catch (IllegalStateException | IllegalArgumentException e) {
            return 0;
        }
    }

    /**
     * Pictures by their index in the cache: uint8 [n, height, width, 3], attached to {@code manager} and on its device. They may be
     * overwritten by the next call, and are not to be changed.
     */
    NDArray of(int[] images, NDManager manager);

    @Override
    void close();
}
