package io.github.psbench.bench;

import io.github.psbench.base.Folders;
import io.github.psbench.eval.Embeddings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Files of embeddings as a model might have made them: queries, each with about 40 images near it, among images that are near to none. Which are
 * the nearest is not easy to tell: the more others there are, the more of them come before the first image that is sought. Numbers are raw,
 * float32 and int64, little-endian, row by row, so that every program can read them. The same files each time; made when they are opened,
 * removed when they are closed.
 */
final class RandomGallery implements AutoCloseable {
    static final int DIMENSION = 128;
    static final int QUERIES = 500;

    private static final int IMAGES_A_QUERY = 40;

    /** The label of images that no query is about. */
    private static final long OTHER = -1;

    /** What an image has of its query, where noise has length 1: their cosine is about 0.32, give or take 0.08, and that of others 0 +- 0.09. */
    private static final double NEARNESS = 0.34;

    private final Path folder;
    private final int images;
    private final FileChannel gallery;

    /**
     * @param folder which only this uses
     * @param images >= 1
     */
    RandomGallery(Path folder, int images) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.images = images;
        Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
        write();
        gallery = FileChannel.open(gallery(folder), StandardOpenOption.READ);
    }

    /** [images x DIMENSION] */
    static Path gallery(Path folder) {
        return folder.resolve("gallery.float32");
    }

    /** [images] */
    static Path labels(Path folder) {
        return folder.resolve("labels.int64");
    }

    /** [QUERIES x DIMENSION]; the labels are 0, 1, ... */
    static Path queries(Path folder) {
        return folder.resolve("queries.float32");
    }

    FileChannel file() {
        return gallery;
    }

    Embeddings gallery() throws IOException {
        long[] labels = new long[images];
        try (FileChannel file = FileChannel.open(labels(folder), StandardOpenOption.READ)) {
            file.map(FileChannel.MapMode.READ_ONLY, 0, (long) images * Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asLongBuffer()
                    .get(labels);
        }
        return Embeddings.stored(DIMENSION, gallery, 0, labels);
    }

    float[] queryValues() throws IOException {
        float[] values = new float[QUERIES * DIMENSION];
        ByteBuffer.wrap(Files.readAllBytes(queries(folder)))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    Embeddings queries() throws IOException {
        return Embeddings.of(
                DIMENSION,
                queryValues(),
                IntStream.range(0, QUERIES).asLongStream().toArray());
    }

    private void write() throws IOException {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(0L);
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        // Of length 1, about.
        double[][] queries = new double[QUERIES][DIMENSION];
        double scale = 1 / Math.sqrt(DIMENSION);
        stream(queries(folder), QUERIES, DIMENSION * Float.BYTES, index -> into -> {
            for (int k = 0; k < DIMENSION; k++) {
                queries[index][k] = scale * gaussian.sample();
                into.putFloat((float) queries[index][k]);
            }
        });
        long[] labels = labels(random);
        stream(gallery(folder), images, DIMENSION * Float.BYTES, index -> into -> {
            double near = labels[index] == OTHER ? 0 : NEARNESS;
            double[] query = queries[(int) Math.max(0, labels[index])];
            for (int k = 0; k < DIMENSION; k++) {
                into.putFloat((float) (near * query[k] + scale * gaussian.sample()));
            }
        });
        stream(labels(folder), images, Long.BYTES, index -> into -> into.putLong(labels[index]));
    }

    /** All of the images that are sought, or as many as the gallery holds, at random places among the others. */
    private long[] labels(UniformRandomProvider random) {
        long[] labels = new long[images];
        int left = Math.min(images, QUERIES * IMAGES_A_QUERY);
        for (int image = 0; image < images; image++) {
            boolean sought = random.nextInt(images - image) < left;
            labels[image] = sought ? random.nextInt(QUERIES) : OTHER;
            left -= sought ? 1 : 0;
        }
        return labels;
    }

    private static void stream(Path path, int rows, int width, IntFunction<Consumer<ByteBuffer>> row)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(2048 * width).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (int index = 0; index < rows; index++) {
                row.apply(index).accept(buffer);
                if (!buffer.hasRemaining() || index == rows - 1) {
                    buffer.flip();
                    while (buffer.hasRemaining()) {
                        file.write(buffer);
                    }
                    buffer.clear();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        gallery.close();
        remove();
    }

    private void remove() {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
