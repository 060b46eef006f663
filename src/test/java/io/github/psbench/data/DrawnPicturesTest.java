package io.github.psbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.data.synthped.Album;
import io.github.psbench.data.synthped.Shot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawnPicturesTest {
    private static final long SEED = 2;
    private static final Album ALBUM = Album.of(SEED);
    private static final List<Shot> SHOTS = ALBUM.train().subList(0, 6);
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir
    private Path folder;

    @Test
    void picturesAreTheAlbums() throws IOException {
        DrawnPictures pictures = open(file());
        for (int i = 0; i < SHOTS.size(); i++) {
            assertThat(pictures.picture(i).pixels())
                    .as("seed %d, image %d", SEED, i)
                    .isEqualTo(ALBUM.draw(SHOTS.get(i)));
        }
    }

    @Test
    void aWholeFileIsNotDrawnAgain() throws IOException {
        String digest = open(file()).digest();
        Files.setLastModifiedTime(file(), LONG_AGO);
        assertThat(open(file()).digest()).isEqualTo(digest);
        assertThat(Files.getLastModifiedTime(file())).isEqualTo(LONG_AGO);
    }

    @Test
    void aFileWithOneWrongBitIsDrawnAgain() throws IOException {
        String digest = open(file()).digest();
        byte[] whole = Files.readAllBytes(file());
        byte[] damaged = whole.clone();
        damaged[12_345] ^= 4;
        Files.write(file(), damaged);
        assertThat(open(file()).digest()).isEqualTo(digest);
        assertThat(Files.readAllBytes(file())).isEqualTo(whole);
    }

    @Test
    void aFileCutShortIsDrawnAgain() throws IOException {
        open(file());
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(whole, whole.length - 1));
        open(file());
        assertThat(Files.readAllBytes(file())).isEqualTo(whole);
    }

    @Test
    void theDigestDependsOnTheAnnotation() throws IOException {
        String digest = open(file()).digest();
        Path other = folder.resolve("other.rgb");
        assertThat(DrawnPictures.open(other, ALBUM, SHOTS, "another annotation", Progress.SILENT)
                        .digest())
                .isNotEqualTo(digest);
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

    private static DrawnPictures open(Path file) throws IOException {
        return DrawnPictures.open(file, ALBUM, SHOTS, "annotation", Progress.SILENT);
    }
}
