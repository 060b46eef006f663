package io.github.psbench.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.data.Input;
import io.github.psbench.data.PixelCache;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Keeps all pictures in the memory of the device, where batches are gathered. */
final class ResidentPixels implements PixelSource {
    /** What is uploaded at once. */
    static final int BLOCK_BYTES = 1 << 25;

    private final NDManager manager;
    private final NDArray pictures;

    /**
     * Uploads the first {@code count} pictures of another source.
     *
     * @param blockBytes how many bytes at once; one picture, if that is more
     */
    ResidentPixels(PixelSource from, int count, Input input, NDManager parent, int blockBytes) {
        manager = parent.newSubManager();
        pictures = manager.create(new Shape(count, input.height(), input.width(), 3), DataType.UINT8);
        int block = Math.max(1, blockBytes / pictureBytes(input));
        for (int first = 0; first < count; first += block) {
            int end = Math.min(first + block, count);
            try (NDManager scratch = manager.newSubManager()) {
                int[] images = IntStream.range(first, end).toArray();
                pictures.set(new NDIndex(first + ":" + end), from.of(images, scratch));
            }
        }
    }

    /** How much memory the pictures of a cache take. */
    static long bytes(PixelCache pixels, Input input) {
        return (long) pixels.size() * pictureBytes(input);
    }

    private static int pictureBytes(Input input) {
        return input.height() * input.width() * 3;
    }

    @Override
    public NDArray of(int[] images, NDManager manager) {
        long[] indices = Arrays.stream(images).asLongStream().toArray();
        return pictures.get(manager, new NDIndex("{}", manager.create(indices)));
    }

    @Override
    public void close() {
        manager.close();
    }
}
