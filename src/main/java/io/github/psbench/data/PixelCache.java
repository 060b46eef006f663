package io.github.psbench.data;

import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import java.nio.ByteBuffer;

/** The pictures of a data set, decoded and resized once and kept in a memory-mapped file. */
public final class PixelCache implements AutoCloseable {
    private PixelCache() {}

    /**
     * Opens the cache of a data set at a size, and fills it first where that has not been done yet.
     *
     * @throws io.github.psbench.base.Failure of kind DATA, naming the file, if a picture cannot be decoded
     */
    public static PixelCache open(PersonDataset dataset, Input input, Places places, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Pictures in the cache: the training images, then the gallery, both in the data set's order. */
    public int size() {
        throw new UnsupportedOperationException();
    }

    /** Appends picture {@code index} to a buffer as height x width x 3 unsigned bytes. Safe for use by several threads. */
    public void copy(int index, ByteBuffer into) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
