package io.github.psbench.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * What an evaluation cannot do without: the engine's product, in single precision, of all queries and all images, block by block, as if the
 * embeddings were of length 1 already and nobody asked for the scores. Only the products are measured, not the reading of the blocks.
 */
record GalleryProducts(Setup setup, int images) implements Workload {
    /** Of the sizes tried, the fastest. */
    private static final int BLOCK = 16_384;

    static Benchmark of(Setup setup, int images) {
        return new Benchmark(
                "product alone of %,d queries and %,d images".formatted(RandomGallery.QUERIES, images),
                (long) RandomGallery.QUERIES * images,
                "scores",
                new GalleryProducts(setup, images),
                null);
    }

    @Override
    public void run(Turns turns) throws Exception {
        setup.prepareEngine();
        try (RandomGallery files = new RandomGallery(Evaluations.folder(setup, images, "product"), images);
                NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            NDArray queries = manager.create(
                            files.queryValues(), new Shape(RandomGallery.QUERIES, RandomGallery.DIMENSION))
                    .transpose();
            ByteBuffer block = ByteBuffer.allocateDirect(BLOCK * RandomGallery.DIMENSION * Float.BYTES)
                    .order(ByteOrder.nativeOrder());
            seconds(files.file(), queries, block);
            while (turns.next()) {
                turns.done(seconds(files.file(), queries, block));
            }
        }
    }

    private double seconds(FileChannel file, NDArray queries, ByteBuffer block) {
        long nanoseconds = 0;
        for (int first = 0; first < images; first += BLOCK) {
            int count = Math.min(BLOCK, images - first);
            read(file, first, block.clear().limit(count * RandomGallery.DIMENSION * Float.BYTES));
            try (NDManager scratch = queries.getManager().newSubManager()) {
                NDArray rows = scratch.create(block, new Shape(count, RandomGallery.DIMENSION), DataType.FLOAT32);
                long begun = System.nanoTime();
                rows.matMul(queries);
                nanoseconds += System.nanoTime() - begun;
            }
        }
        return nanoseconds / 1e9;
    }

    private static void read(FileChannel file, int first, ByteBuffer into) {
        try {
            long begin = (long) first * RandomGallery.DIMENSION * Float.BYTES;
            while (into.hasRemaining()) {
                if (file.read(into, begin + into.position()) < 0) {
                    throw new EOFException("the gallery has become shorter");
                }
            }
            into.flip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
