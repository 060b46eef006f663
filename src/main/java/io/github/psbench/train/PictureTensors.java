package io.github.psbench.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.data.Input;
import io.github.psbench.data.PixelCache;
import java.nio.ByteBuffer;

/** Turns cached pixels into what a network takes in: float32 [n, 3, height, width], scaled to 0..1, then by ImageNet's mean and deviation. */
final class PictureTensors {
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    private final PixelCache pixels;
    private final Input input;
    private ByteBuffer staging = ByteBuffer.allocateDirect(0);

    PictureTensors(PixelCache pixels, Input input) {
        this.pixels = pixels;
        this.input = input;
    }

    /** The pictures of a batch, attached to {@code manager}. */
    NDArray of(EpochOrder.Batch batch, NDManager manager) {
        int bytes = batch.size() * input.height() * input.width() * 3;
        if (staging.capacity() < bytes) {
            staging = ByteBuffer.allocateDirect(bytes);
        }
        staging.clear().limit(bytes);
        for (int image : batch.images()) {
            pixels.copy(image, staging);
        }
        staging.flip();
        Shape shape = new Shape(batch.size(), input.height(), input.width(), 3);
        try (NDManager scratch = manager.newSubManager()) {
            NDArray scaled = scratch.create(staging, shape, DataType.UINT8)
                    .toType(DataType.FLOAT32, false)
                    .transpose(0, 3, 1, 2)
                    .div(255f)
                    .sub(scratch.create(MEAN, new Shape(1, 3, 1, 1)))
                    .div(scratch.create(DEVIATION, new Shape(1, 3, 1, 1)));
            NDArray mirrored = scratch.create(batch.mirrored())
                    .reshape(batch.size(), 1, 1, 1)
                    .broadcast(scaled.getShape());
            NDArray pictures = NDArrays.where(mirrored, scaled.flip(3), scaled);
            pictures.attach(manager);
            return pictures;
        }
    }
}
