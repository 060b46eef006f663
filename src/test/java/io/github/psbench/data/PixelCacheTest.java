package io.github.psbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.base.Sha256;
import io.github.psbench.data.picture.Filter;
import io.github.psbench.data.picture.ImageDecoder;
import io.github.psbench.data.picture.Resampler;
import io.github.psbench.data.picture.RgbImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixelCacheTest {
    private static final long SEED = 20_210_611;
    private static final Input INPUT = new Input(32, 16, Filter.BICUBIC);
    private static final int BYTES = 32 * 16 * 3;

    @TempDir
    private Path folder;

    private Places places;
    private final AtomicInteger decoded = new AtomicInteger();
    private final List<RgbImage> pictures = new ArrayList<>();

    @BeforeEach
    void drawPictures() {
        places = new Places(folder.resolve("data"), folder.resolve("cache"));
        Random random = new Random(SEED);
        for (int i = 0; i < 7; i++) {
            byte[] pixels = new byte[3 * (20 + i) * 40];
            random.nextBytes(pixels);
            pictures.add(new RgbImage(20 + i, 40, pixels));
        }
    }

    @Test
    void holdsTrainThenGalleryResized() {
        try (PixelCache cache = open(INPUT)) {
            assertThat(cache.size()).isEqualTo(7);
            assertPixels(cache);
        }
    }

    @Test
    void mapsManySegmentsAsOne() {
        for (int picturesPerSegment : new int[] {1, 2, 3, 7, 8}) {
            try (PixelCache cache =
                    PixelCache.open(dataset(), INPUT, places, Progress.SILENT, picturesPerSegment * BYTES + 5)) {
                assertPixels(cache);
            }
        }
        assertThat(decoded).hasValue(7);
    }

    @Test
    void appendsPicturesToABuffer() {
        try (PixelCache cache = open(INPUT)) {
            ByteBuffer batch = ByteBuffer.allocateDirect(2 * BYTES);
            cache.copy(5, batch);
            cache.copy(1, batch);
            assertThat(batch.hasRemaining()).isFalse();
            byte[] second = new byte[BYTES];
            batch.get(BYTES, second);
            assertThat(second).isEqualTo(resized(1));
        }
    }

    @Test
    void decodesNothingTwice() {
        open(INPUT).close();
        open(INPUT).close();
        assertThat(decoded).hasValue(7);
    }

    @Test
    void keepsSizesAndFiltersApart() {
        open(INPUT).close();
        open(new Input(32, 16, Filter.BILINEAR)).close();
        open(new Input(16, 32, Filter.BICUBIC)).close();
        assertThat(decoded).hasValue(21);
        assertThat(files()).hasSize(3);
    }

    @Test
    void makesADamagedFileAgain() throws IOException {
        open(INPUT).close();
        Path file = files().get(0);
        byte[] sound = Files.readAllBytes(file);
        byte[] oneWrongPixel = sound.clone();
        oneWrongPixel[4096 + 3 * BYTES + 7] ^= 1;
        byte[] otherHeading = sound.clone();
        otherHeading[0] ^= 1;
        for (byte[] damaged : List.of(
                oneWrongPixel,
                otherHeading,
                Arrays.copyOf(sound, sound.length - 1),
                Arrays.copyOf(sound, 100),
                new byte[0])) {
            Files.delete(file); // a mapped file must not shrink under its readers
            Files.write(file, damaged);
            decoded.set(0);
            try (PixelCache cache = open(INPUT)) {
                assertPixels(cache);
            }
            assertThat(decoded).hasValue(7);
            assertThat(file).hasBinaryContent(sound);
        }
    }

    @Test
    void namesEveryDamagedPictureAndLeavesNothingBehind() throws IOException {
        PersonDataset sound = dataset();
        List<PersonImage> train = new ArrayList<>(sound.train());
        for (String name : List.of("b.jpg", "a.jpg")) {
            Path file = Files.writeString(folder.resolve(name), "no picture");
            train.add(new PersonImage(name, train.get(0).category(), () -> ImageDecoder.decode(file)));
        }
        PersonDataset damaged =
                new PersonDataset(sound.name(), sound.schema(), train, sound.gallery(), sound.digests(), null);
        Failure failure =
                catchThrowableOfType(Failure.class, () -> PixelCache.open(damaged, INPUT, places, Progress.SILENT));
        assertThat(failure.kind()).isEqualTo(ErrorKind.DATA);
        assertThat(failure.getMessage())
                .startsWith("2 of 9 pictures cannot be used:\n")
                .containsSubsequence(
                        folder.resolve("b.jpg").toString(),
                        folder.resolve("a.jpg").toString());
        assertThat(files()).isEmpty();
    }

    @Test
    void cannotBeReadOnceClosed() {
        PixelCache cache = open(INPUT);
        cache.close();
        assertThatThrownBy(() -> cache.copy(0, ByteBuffer.allocate(BYTES))).isInstanceOf(IllegalStateException.class);
    }

    private PixelCache open(Input input) {
        return PixelCache.open(dataset(), input, places, Progress.SILENT);
    }

    private void assertPixels(PixelCache cache) {
        for (int i = 0; i < pictures.size(); i++) {
            ByteBuffer pixels = ByteBuffer.allocate(BYTES);
            cache.copy(i, pixels);
            assertThat(pixels.array()).as("picture %d of seed %d", i, SEED).isEqualTo(resized(i));
        }
    }

    private byte[] resized(int index) {
        return Resampler.resize(pictures.get(index), INPUT.width(), INPUT.height(), INPUT.resize())
                .pixels();
    }

    private PersonDataset dataset() {
        PersonCategory category = new PersonCategory(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        List<PersonImage> images = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            RgbImage picture = pictures.get(i);
            images.add(new PersonImage(i + ".jpg", category, () -> {
                decoded.incrementAndGet();
                return picture;
            }));
        }
        return new PersonDataset(
                "drawn",
                MarketSchema.of(Encoding.PATTERNS),
                images.subList(0, 4),
                images.subList(4, 7),
                new PersonDataset.Digests(Sha256.ofText("all"), Sha256.ofText("drawn")),
                null);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(places.cache().resolve("pixels"))) {
            return files.filter(file -> !file.toString().endsWith(".lock")).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
