package io.github.psbench.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However scores are rounded on the way: every rank, and so both precisions, are those of a full sort in double precision, to the bit. */
final class ExactnessTest {
    @TempDir
    Path folder;

    /** Sizes around those of blocks and of queries that go together, and dimensions that nothing divides. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "1, 5, 3000",
        "2, 3, 1023",
        "3, 4, 1024",
        "5, 5, 1025",
        "127, 33, 2050",
        "128, 9, 4100",
        "129, 2, 3000",
        "300, 6, 900",
        "3000, 3, 200",
        "65536, 2, 70"
    })
    void ofAnySize(int dimension, int queries, int gallery) {
        Random random = new Random(dimension);
        check(
                gaussian(random, queries, dimension),
                labels(random, queries, 4),
                gaussian(random, gallery, dimension),
                labels(random, gallery, 4),
                "dimension " + dimension);
    }

    /** Differences around and far below what single precision can tell. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-5, 1e-6, 1e-7, 1e-8, 1e-12, 0})
    void ofImagesThatAreNearlyTheSame(double difference) {
        Random random = new Random(3);
        int dimension = 16;
        float[] base = gaussian(random, 8, dimension);
        double[] gallery = new double[2500 * dimension];
        for (int i = 0; i < gallery.length; i++) {
            gallery[i] = base[i / dimension % 8 * dimension + i % dimension] + difference * random.nextGaussian();
        }
        Embeddings queries = Embeddings.of(dimension, base, labels(random, 8, 5));
        Embeddings images = Embeddings.of(dimension, gallery, labels(random, 2500, 5));
        assertThat(Retrieval.each(queries, images))
                .as("difference %s", difference)
                .isEqualTo(SortedGallery.each(queries, images));
    }

    /** Small integers: many images are equal, or proportional by powers of two, and some are zero. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void ofTies(long seed) {
        Random random = new Random(seed);
        int dimension = 1 + random.nextInt(6);
        check(
                integers(random, 30, dimension),
                labels(random, 30, 7),
                integers(random, 2000, dimension),
                labels(random, 2000, 6),
                "seed " + seed);
    }

    /** Every second image is relevant, so that there is always a relevant score within the bound. */
    @Test
    void ofAGalleryFullOfRelevantImages() {
        Random random = new Random(5);
        check(gaussian(random, 6, 32), labels(random, 6, 2), gaussian(random, 6000, 32), labels(random, 6000, 2), "");
    }

    @Test
    void ofACollapsedModel() {
        Random random = new Random(6);
        float[] gallery = new float[3000 * 24];
        float[] one = gaussian(random, 1, 24);
        for (int i = 0; i < gallery.length; i++) {
            gallery[i] = one[i % 24];
        }
        check(gaussian(random, 5, 24), labels(random, 5, 3), gallery, labels(random, 3000, 3), "");
    }

    @Test
    void ofZeros() {
        Random random = new Random(7);
        float[] gallery = gaussian(random, 1500, 12);
        for (int row = 0; row < 1500; row += 3) {
            IntStream.range(row * 12, row * 12 + 12).forEach(i -> gallery[i] = 0);
        }
        float[] queries = gaussian(random, 6, 12);
        IntStream.range(0, 12).forEach(i -> queries[i] = 0);
        check(queries, labels(random, 6, 4), gallery, labels(random, 1500, 4), "");
    }

    @Test
    void ofTheLargestAndTheSmallestNumbers() {
        Random random = new Random(8);
        float[] gallery = gaussian(random, 1200, 7);
        for (int i = 0; i < gallery.length; i++) {
            gallery[i] *= i / 7 % 2 == 0 ? 0x1p120f : 0x1p-146f;
        }
        check(gaussian(random, 6, 7), labels(random, 6, 4), gallery, labels(random, 1200, 4), "");
    }

    @Test
    void ofQueriesInManyPasses() {
        Random random = new Random(9);
        Embeddings queries = Embeddings.of(4, gaussian(random, 23, 4), labels(random, 23, 6));
        Embeddings gallery = Embeddings.of(4, gaussian(random, 500, 4), labels(random, 500, 5));
        assertThat(Retrieval.each(queries, gallery, 1)).isEqualTo(SortedGallery.each(queries, gallery));
        assertThat(Retrieval.each(queries, gallery, 5 * GalleryPass.bytes(100)))
                .isEqualTo(SortedGallery.each(queries, gallery));
    }

    /** And come within a thousandth of it, so that the bound is of what is measured. */
    @ParameterizedTest
    @ValueSource(ints = {2, 16, 128, 1000})
    void roundedScoresKeepToTheirBound(int dimension) {
        Random random = new Random(dimension);
        Embeddings gallery = Embeddings.of(dimension, gaussian(random, 1000, dimension), new long[1000]);
        GalleryBlock block = new GalleryBlock(gallery);
        block.moveTo(0, GalleryBlock.staging(gallery));
        double[] query = gallery.unit(3);
        float[] scores = block.scores(GalleryBlock.together(List.of(query)));
        double worst = 0;
        for (int image = 0; image < block.count(); image++) {
            worst = Math.max(worst, Math.abs(scores[image] - block.score(query, image)));
        }
        assertThat(worst).isLessThan(GalleryBlock.bound(dimension)).isGreaterThan(GalleryBlock.bound(dimension) / 1000);
    }

    @Test
    void saysWhichStoredRowIsNotFinite() throws IOException {
        Random random = new Random(10);
        float[] values = gaussian(random, 5000, 8);
        values[4321 * 8 + 5] = Float.POSITIVE_INFINITY;
        Embeddings queries = Embeddings.of(8, gaussian(random, 3, 8), labels(random, 3, 2));
        for (long label : new long[] {0, 1, 99}) {
            long[] labels = labels(random, 5000, 2);
            labels[4321] = label; // relevant to some query, or to none
            try (FileChannel file = stored(values)) {
                assertThatExceptionOfType(NotFinite.class)
                        .isThrownBy(() -> Retrieval.each(queries, Embeddings.stored(8, file, 12, labels)))
                        .withMessage("row 4321 must be finite, got Infinity in column 5");
            }
        }
    }

    @Test
    void saysThatAStoredGalleryIsTooShort() throws IOException {
        Random random = new Random(11);
        Embeddings queries = Embeddings.of(8, gaussian(random, 3, 8), labels(random, 3, 2));
        try (FileChannel file = stored(gaussian(random, 5000, 8))) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> Retrieval.each(queries, Embeddings.stored(8, file, 12, labels(random, 5001, 2))))
                    .withMessageContaining("the file ends within row 5000");
        }
    }

    /** Compares a full sort with a search in memory, in single and in double precision, and in a file. */
    private void check(float[] queries, long[] asked, float[] gallery, long[] labels, String description) {
        int dimension = queries.length / asked.length;
        Embeddings rows = Embeddings.of(dimension, queries, asked);
        Embeddings images = Embeddings.of(dimension, gallery, labels);
        List<Optional<QueryScore>> expected = SortedGallery.each(rows, images);
        assertThat(Retrieval.each(rows, images)).as(description).isEqualTo(expected);
        assertThat(Retrieval.each(rows, Embeddings.of(dimension, widened(gallery), labels)))
                .as(description)
                .isEqualTo(expected);
        try (FileChannel file = stored(gallery)) {
            assertThat(Retrieval.each(rows, Embeddings.stored(dimension, file, 12, labels)))
                    .as(description)
                    .isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From byte 12 on. */
    private FileChannel stored(float[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(12 + 4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(12);
        bytes.asFloatBuffer().put(values);
        Path file = Files.write(folder.resolve("rows"), bytes.array());
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    private static double[] widened(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    private static float[] gaussian(Random random, int count, int dimension) {
        float[] values = new float[count * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static float[] integers(Random random, int count, int dimension) {
        float[] values = new float[count * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(5) - 2;
        }
        return values;
    }

    private static long[] labels(Random random, int count, int categories) {
        return random.longs(count, 0, categories).toArray();
    }
}
