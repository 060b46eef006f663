package io.github.psbench.data;

import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.picture.ImageDecoder;
import io.github.psbench.data.picture.Resampler;
import io.github.psbench.data.picture.RgbImage;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a data set, decoded and resized once and kept in a memory-mapped file.
 *
 * <p>The file is {@code pixels/<16 digits of the digest>-<height>x<width>-<filter>-r<decoder revision>.u8} in the cache. Its heading says
 * all that the pixels depend on and holds their CRC-32C, which is checked at each opening; a file that does not match, for whatever reason,
 * is made again. It comes into its place whole, and of several processes that miss it one makes it while the others wait.
 */
public final class PixelCache implements AutoCloseable {
    private final PixelFile layout;
    private volatile @Nullable List<ByteBuffer> segments;

    private PixelCache(PixelFile layout, List<ByteBuffer> segments) {
        this.layout = layout;
        this.segments = segments;
    }

    /**
     * Opens the cache of a data set at a size, and fills it first where that has not been done yet.
     *
     * @throws io.github.psbench.base.Failure of kind DATA, naming the files, if pictures cannot be decoded; of kind RESOURCES if the disk has
     *     no room for the cache
     */
    public static PixelCache open(PersonDataset dataset, Input input, Places places, Progress progress) {
        return open(dataset, input, places, progress, 1 << 30);
    }

    static PixelCache open(PersonDataset dataset, Input input, Places places, Progress progress, int segmentBytes) {
        List<PersonImage> images = dataset.images();
        String filter = input.resize().name().toLowerCase(Locale.ROOT);
        Path file = places.cache()
                .resolve("pixels")
                .resolve(String.format(
                        "%.16s-%dx%d-%s-r%d.u8",
                        dataset.digests().pictures(), input.height(), input.width(), filter, ImageDecoder.REVISION));
        String heading = String.format(
                "psbench pixels, revision %d\ndata set %s %s\n%d pictures of %d x %d x 3 bytes\nresized by %s\n",
                ImageDecoder.REVISION,
                dataset.name(),
                dataset.digests().pictures(),
                images.size(),
                input.height(),
                input.width(),
                filter);
        PixelFile layout =
                new PixelFile(file, heading, images.size(), 3 * input.height() * input.width(), segmentBytes);
        List<ByteBuffer> segments = layout.open("decoding " + dataset.name(), progress, index -> {
            RgbImage picture = images.get(index).picture().get();
            return Resampler.resize(picture, input.width(), input.height(), input.resize())
                    .pixels();
        });
        return new PixelCache(layout, segments);
    }

    /** Where it lies. */
    public Path file() {
        return layout.file();
    }

    /** Pictures in the cache: the training images, then the gallery, both in the data set's order. */
    public int size() {
        return layout.pictures();
    }

    /** Appends picture {@code index} to a buffer as height x width x 3 unsigned bytes. Safe for use by several threads. */
    public void copy(int index, ByteBuffer into) {
        List<ByteBuffer> open = segments;
        if (open == null) {
            throw new IllegalStateException("the pixel cache is closed");
        }
        layout.copy(open, index, into);
    }

    /** Lets go of the file; the platform unmaps it when it next collects garbage. */
    @Override
    public void close() {
        segments = null;
    }
}
