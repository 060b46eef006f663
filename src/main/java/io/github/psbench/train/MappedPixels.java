package io.github.psbench.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.data.Input;
import io.github.psbench.data.PixelCache;
import java.nio.ByteBuffer;

/** Copies the pictures of a batch from the mapped file, and from there to the device if that is another. */
final class MappedPixels implements PixelSource {
    private final PixelCache pixels;
    private final Input input;

    /** On a CPU this is the memory of the batch itself, not a copy of it. */
    private ByteBuffer staging = ByteBuffer.allocateDirect(0);

    MappedPixels(PixelCache pixels, Input input) {
        this.pixels = pixels;
        this.input = input;
    }

    @Override
    public NDArray of(int[] images, NDManager manager) {
        int bytes = images.length * input.height() * input.width() * 3;
        if (staging.capacity() < bytes) {
            staging = ByteBuffer.allocateDirect(bytes);
        }
        staging.clear().limit(bytes);
        for (int image : images) {
            pixels.copy(image, staging);
        }
        staging.flip();
        return manager.create(staging, new Shape(images.length, input.height(), input.width(), 3), DataType.UINT8);
    }

    /** The cache is its opener's to close. */
    @Override
    public void close() {}
}
