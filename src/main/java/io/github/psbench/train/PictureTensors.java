package io.github.psbench.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.data.Input;
import io.github.psbench.data.PixelCache;
import io.github.psbench.data.picture.RgbImage;
import java.util.List;

/**
 * Pictures as a network takes them in: float32 [n, 3, height, width], scaled to 0..1, then by ImageNet's mean and deviation.
 * Pixels come from memory or from a data set's cache; everything else is done by the device.
 */
public final class PictureTensors implements AutoCloseable {
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    private final PixelSource source;
    private final Input input;
    private final NDManager manager;

    // Of a whole row of pixels: three values at a time would take the processor thrice as long.
    private final NDArray mean;
    private final NDArray deviation;

    PictureTensors(PixelSource source, Input input, NDManager parent) {
        this.source = source;
        this.input = input;
        manager = parent.newSubManager();
        mean = manager.create(repeated(MEAN, input.width()));
        deviation = manager.create(repeated(DEVIATION, input.width()));
    }

    /**
     * The pictures of a cache, which stays open as long as this is used.
     *
     * @param input the size at which the cache was opened
     * @param parent its device is where the pictures are wanted
     */
    public static PictureTensors open(PixelCache pixels, Input input, NDManager parent) {
        return new PictureTensors(PixelSource.of(pixels, input, parent), input, parent);
    }

    /**
     * Pictures that are in memory, such as a few of many that are embedded one after the other.
     *
     * @param pictures decoded and resized as {@link PixelCache} does it; all of the input's size
     * @param parent its device is where the pictures are wanted
     */
    public static PictureTensors of(List<RgbImage> pictures, Input input, NDManager parent) {
        return new PictureTensors(new CopiedPixels(pictures, input), input, parent);
    }

    /**
     * Some of the pictures, with left and right swapped where that is said. Attached to {@code step}.
     *
     * @param images their indices, in the order of the cache
     * @param mirrored for each of them
     */
    public NDArray of(int[] images, boolean[] mirrored, NDManager step) {
        return of(new EpochOrder.Batch(images, mirrored), step);
    }

    /** The pictures of a batch, altered as it says: mirrored, then cropped, then erased from. Attached to {@code step}. */
    NDArray of(EpochOrder.Batch batch, NDManager step) {
        Shape shape = new Shape(batch.size(), input.height(), input.width(), 3);
        try (NDManager scratch = step.newSubManager()) {
            NDArray pixels = source.of(batch.images(), scratch);
            pixels = Alterations.mirrored(pixels, batch.mirrored(), scratch);
            pixels = Alterations.shifted(pixels, batch.shifts(), scratch);
            NDArray rows = pixels.toType(DataType.FLOAT32, true).reshape(-1, 3L * input.width());
            NDArray normal = rows.divi(255f).subi(mean).divi(deviation).reshape(shape);
            NDArray pictures =
                    Alterations.erased(normal, batch.erased(), scratch).transpose(0, 3, 1, 2);
            pictures.attach(step);
            return pictures;
        }
    }

    private static float[] repeated(float[] values, int times) {
        float[] all = new float[values.length * times];
        for (int i = 0; i < all.length; i++) {
            all[i] = values[i % values.length];
        }
        return all;
    }

    @Override
    public void close() {
        source.close();
        manager.close();
    }
}
