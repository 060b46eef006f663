package io.github.psbench.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.Input;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PixelCache;
import io.github.psbench.data.picture.Filter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against plain loops over the bytes of the cache, to the bit. */
class PictureTensorsTest {
    private static final PersonDataset PEOPLE = TinyPeople.dataset(9, 4);
    private static final Input INPUT = new Input(32, 16, Filter.BICUBIC);
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    private static final int[] IMAGES = {7, 2, 2, 12, 0};
    private static final boolean[] MIRRORED = {false, true, false, true, true};
    private static final List<Shift> SHIFTS =
            List.of(new Shift(0, 0), new Shift(3, -2), new Shift(-31, 15), new Shift(32, 1), new Shift(-1, -40));
    private static final List<Rectangle> ERASED = List.of(
            new Rectangle(0, 0, 1, 1),
            Rectangle.NONE,
            new Rectangle(5, 3, 27, 4),
            new Rectangle(31, 15, 1, 1),
            new Rectangle(0, 0, 31, 15));

    @TempDir
    private Path folder;

    private PixelCache pixels;
    private NDManager manager;

    @BeforeEach
    void fillTheCache() {
        pixels = PixelCache.open(PEOPLE, INPUT, new Places(folder, folder), Progress.SILENT);
        manager = NDManager.newBaseManager();
    }

    @AfterEach
    void close() {
        manager.close();
        pixels.close();
    }

    @Test
    void picturesAreNormalised() {
        assertPictures(new EpochOrder.Batch(IMAGES, new boolean[IMAGES.length]));
    }

    @Test
    void someAreMirrored() {
        assertPictures(new EpochOrder.Batch(IMAGES, MIRRORED));
    }

    @Test
    void theyAreCroppedAfterTheMirroring() {
        assertPictures(new EpochOrder.Batch(IMAGES, MIRRORED, SHIFTS, List.of()));
    }

    @Test
    void andErasedFromAtLast() {
        assertPictures(new EpochOrder.Batch(IMAGES, MIRRORED, List.of(), ERASED));
        assertPictures(new EpochOrder.Batch(IMAGES, MIRRORED, SHIFTS, ERASED));
    }

    @Test
    void batchesOfOtherSizesMayFollow() {
        try (PictureTensors pictures = mapped()) {
            for (int[] images : List.of(new int[] {3}, new int[] {1, 2, 3, 4, 5, 6}, new int[] {8, 0})) {
                EpochOrder.Batch batch = new EpochOrder.Batch(images, new boolean[images.length]);
                assertThat(pictures.of(batch, manager).toFloatArray()).isEqualTo(expected(batch));
            }
        }
    }

    @Test
    void aBatchStaysAsItIsWhenTheNextIsMade() {
        EpochOrder.Batch first = new EpochOrder.Batch(new int[] {3, 4}, new boolean[2]);
        EpochOrder.Batch second = new EpochOrder.Batch(new int[] {5, 6}, new boolean[2]);
        try (PictureTensors pictures = mapped()) {
            NDArray kept = pictures.of(first, manager);
            pictures.of(second, manager);
            assertThat(kept.toFloatArray()).isEqualTo(expected(first));
        }
    }

    @Test
    void whatNoGpuHoldsComesFromTheFile() {
        assertThat(PixelSource.freeBytes(Device.cpu())).isZero();
        try (PixelSource source = PixelSource.of(pixels, INPUT, manager)) {
            assertThat(source).isInstanceOf(manager.getDevice().isGpu() ? ResidentPixels.class : CopiedPixels.class);
        }
    }

    @Test
    void manyBlocksAreUploadedAsOne() {
        int[] images = {12, 0, 5, 5, 11, 4, 3};
        for (int blockBytes : new int[] {1, 2 * 32 * 16 * 3, 5 * 32 * 16 * 3 + 1, 1 << 20}) {
            try (PixelSource mapped = new CopiedPixels(pixels, INPUT);
                    PixelSource resident = new ResidentPixels(mapped, pixels.size(), INPUT, manager, blockBytes)) {
                assertThat(resident.of(images, manager).toByteArray())
                        .as("blocks of %d bytes", blockBytes)
                        .isEqualTo(mapped.of(images, manager).toByteArray());
            }
        }
    }

    /** Both where the pixels come from the file and where they live on the device. */
    private void assertPictures(EpochOrder.Batch batch) {
        PixelSource resident =
                new ResidentPixels(new CopiedPixels(pixels, INPUT), pixels.size(), INPUT, manager, 1 << 20);
        try (PictureTensors fromFile = mapped();
                PictureTensors fromDevice = new PictureTensors(resident, INPUT, manager)) {
            for (PictureTensors pictures : List.of(fromFile, fromDevice)) {
                NDArray tensor = pictures.of(batch, manager);
                assertThat(tensor.getShape()).isEqualTo(new Shape(batch.size(), 3, INPUT.height(), INPUT.width()));
                assertThat(tensor.toFloatArray()).isEqualTo(expected(batch));
            }
        }
    }

    private PictureTensors mapped() {
        return new PictureTensors(new CopiedPixels(pixels, INPUT), INPUT, manager);
    }

    private float[] expected(EpochOrder.Batch batch) {
        int height = INPUT.height();
        int width = INPUT.width();
        float[] expected = new float[batch.size() * 3 * height * width];
        int to = 0;
        for (int i = 0; i < batch.size(); i++) {
            byte[] bytes = new byte[height * width * 3];
            pixels.copy(batch.images()[i], ByteBuffer.wrap(bytes));
            Shift shift =
                    batch.shifts().isEmpty() ? new Shift(0, 0) : batch.shifts().get(i);
            Rectangle erased =
                    batch.erased().isEmpty() ? Rectangle.NONE : batch.erased().get(i);
            for (int channel = 0; channel < 3; channel++) {
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        int fromY = y + shift.down();
                        int fromX = x + shift.right();
                        int value = 0;
                        if (fromY >= 0 && fromY < height && fromX >= 0 && fromX < width) {
                            int column = batch.mirrored()[i] ? width - 1 - fromX : fromX;
                            value = bytes[(fromY * width + column) * 3 + channel] & 0xFF;
                        }
                        boolean gone = y >= erased.top()
                                && y < erased.top() + erased.height()
                                && x >= erased.left()
                                && x < erased.left() + erased.width();
                        expected[to++] = gone ? 0 : (value / 255f - MEAN[channel]) / DEVIATION[channel];
                    }
                }
            }
        }
        return expected;
    }
}
