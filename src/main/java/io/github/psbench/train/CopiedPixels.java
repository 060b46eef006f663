package io.github.psbench.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.data.Input;
import io.github.psbench.data.PixelCache;
import io.github.psbench.data.picture.RgbImage;
import java.nio.ByteBuffer;
import java.util.List;

/** Copies the pictures of a batch from where they lie, a mapped file or the heap, and from there to the device if that is another. */
final class CopiedPixels implements PixelSource {
    /** Appends a picture to a buffer as height x width x 3 unsigned bytes. */
    @FunctionalInterface
    private interface Copying {
        void copy(int picture, ByteBuffer into);
    }

    private final Copying pixels;
    private final Input input;

    /** On a CPU this is the memory of the batch itself, not a copy of it. */
    private ByteBuffer staging = ByteBuffer.allocateDirect(0);

    private CopiedPixels(Copying pixels, Input input) {
        this.pixels = pixels;
        this.input = input;
    }

    CopiedPixels(PixelCache pixels, Input input) {
        this(pixels::copy, input);
    }

    /** @param pictures all of the input's size */
    CopiedPixels(List<RgbImage> pictures, Input input) {
        this((picture, into) -> into.put(pictures.get(picture).pixels()), input);
        pictures.forEach(picture -> {
            if (picture.height() != input.height() || picture.width() != input.width()) {
                throw new IllegalArgumentException("pictures must be %d x %d, got %d x %d"
                        .formatted(input.height(), input.width(), picture.height(), picture.width()));
            }
        });
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

    /** Where the pictures lie is their owner's to close. */
    @Override
    public void close() {}
}
