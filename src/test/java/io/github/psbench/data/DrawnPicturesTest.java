package io.github.psbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.data.synthped.Album;
import io.github.psbench.data.synthped.Shot;
import io.github.psbench.data.synthped.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawnPicturesTest {
    private static final long SEED = 2;
    private static final Album ALBUM = Album.of(SEED, Size.SMALL);
    private static final List<Shot> SHOTS = ALBUM.train().subList(0, 6);
    private static final int PICTURE = 3 * Album.HEIGHT * Album.WIDTH;
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 6, 7})
    void picturesAreTheAlbumsInHoweverManySegments(int picturesPerSegment) {
        DrawnPictures pictures = DrawnPictures.open(
                file(), ALBUM, SHOTS, "annotation", Progress.SILENT, picturesPerSegment * PICTURE + 5);
        for (int i = 0; i < SHOTS.size(); i++) {
            assertThat(pictures.picture(i).pixels())
                    .as("seed %d, image %d, %d pictures a segment", SEED, i, picturesPerSegment)
                    .isEqualTo(ALBUM.draw(SHOTS.get(i)));
        }
        assertThat(pictures.digest())
                .isEqualTo(open(folder.resolve("whole.rgb")).digest());
    }

    @Test
    void bytesAreTheSameWhateverTheNumberOfThreads() throws IOException, InterruptedException, ExecutionException {
        Album large = Album.of(SEED, Size.LARGE);
        List<Shot> shots = new ArrayList<>(large.train().subList(0, 16));
        shots.addAll(large.gallery().subList(20_384, 20_400));
        List<byte[]> files = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        for (int threads : new int[] {1, 2, 5}) {
            Path file = folder.resolve(threads + ".rgb");
            ForkJoinPool pool = new ForkJoinPool(threads);
            try {
                digests.add(pool.submit(() -> DrawnPictures.open(file, large, shots, "annotation", Progress.SILENT)
                                .digest())
                        .get());
            } finally {
                pool.shutdown();
            }
            files.add(Files.readAllBytes(file));
        }
        assertThat(files).as("seed %d", SEED).allMatch(bytes -> Arrays.equals(bytes, files.get(0)));
        assertThat(digests).as("seed %d", SEED).containsOnly(digests.get(0));
    }

    @Test
    void aWholeFileIsNotDrawnAgain() throws IOException {
        String digest = open(file()).digest();
        Files.setLastModifiedTime(file(), LONG_AGO);
        Files.setLastModifiedTime(digestFile(), LONG_AGO);
        assertThat(open(file()).digest()).isEqualTo(digest);
        assertThat(Files.getLastModifiedTime(file())).isEqualTo(LONG_AGO);
        assertThat(Files.getLastModifiedTime(digestFile())).isEqualTo(LONG_AGO);
    }

    @Test
    void aFileWithOneWrongBitIsMadeAgain() throws IOException {
        String digest = open(file()).digest();
        for (Path file : List.of(file(), digestFile())) {
            byte[] whole = Files.readAllBytes(file);
            byte[] damaged = whole.clone();
            damaged[whole.length - 10] ^= 4;
            Files.write(file, damaged);
            assertThat(open(file()).digest()).as("%s", file).isEqualTo(digest);
            assertThat(Files.readAllBytes(file)).as("%s", file).isEqualTo(whole);
        }
    }

    @Test
    void aFileCutShortOrMissingIsMadeAgain() throws IOException {
        String digest = open(file()).digest();
        for (Path file : List.of(file(), digestFile())) {
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length - 1));
            assertThat(open(file()).digest()).as("%s", file).isEqualTo(digest);
            assertThat(Files.readAllBytes(file)).as("%s", file).isEqualTo(whole);
            Files.delete(file);
            assertThat(open(file()).digest()).as("%s", file).isEqualTo(digest);
            assertThat(Files.readAllBytes(file)).as("%s", file).isEqualTo(whole);
        }
    }

    @Test
    void aFileOfAnotherAnnotationIsDrawnAgain() {
        String digest = open(file()).digest();
        DrawnPictures other = DrawnPictures.open(file(), ALBUM, SHOTS, "another annotation", Progress.SILENT);
        assertThat(other.digest()).isNotEqualTo(digest);
        assertThat(open(file()).digest()).isEqualTo(digest);
    }

    @Test
    void aCacheThatCannotBeWrittenIsNamed() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("cache"), "a file");
        assertThatThrownBy(() -> open(notAFolder.resolve("synthped.rgb")))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.RESOURCES))
                .hasMessageContaining(notAFolder.toString());
    }

    private Path file() {
        return folder.resolve("six.rgb");
    }

    private Path digestFile() {
        return folder.resolve("six.rgb.digest");
    }

    private static DrawnPictures open(Path file) {
        return DrawnPictures.open(file, ALBUM, SHOTS, "annotation", Progress.SILENT);
    }
}
