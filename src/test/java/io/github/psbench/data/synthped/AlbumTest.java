package io.github.psbench.data.synthped;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.base.Sha256;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AlbumTest {
    private static final long SEED = 3;
    private static final int SOME = 40;

    @Test
    void anImageIsTheSameWhoeverDrawsItAndWhenever() {
        List<Shot> shots = Album.of(SEED, Size.SMALL).gallery().subList(0, SOME);
        Album one = Album.of(SEED, Size.SMALL);
        List<byte[]> inOrder = shots.stream().map(one::draw).toList();
        Album other = Album.of(SEED, Size.SMALL);
        byte[][] inAnyOrder = new byte[SOME][];
        IntStream.range(0, SOME)
                .parallel()
                .forEach(i -> inAnyOrder[SOME - 1 - i] = other.draw(shots.get(SOME - 1 - i)));
        for (int i = 0; i < SOME; i++) {
            assertThat(inAnyOrder[i]).as("seed %d, image %d", SEED, i).isEqualTo(inOrder.get(i));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySizeCanBeDrawnFromItsFirstImageToItsLast(Size size) {
        Album album = Album.of(SEED, size);
        List<Shot> gallery = album.gallery();
        for (Shot shot : List.of(album.train().get(0), gallery.get(0), gallery.get(gallery.size() - 1))) {
            assertThat(mean(album.draw(shot)))
                    .as("%s, seed %d, %s", size, SEED, shot)
                    .isBetween(10.0, 245.0);
        }
    }

    /** The small size is pinned as a whole, by SynthPedTest. */
    @ParameterizedTest
    @CsvSource({
        "MEDIUM, 89ba14851161f477a5a8b118156a392cab6e20e225368566568b09a3a48fe7ba",
        "LARGE, 3ee69a320547466350d978317dd247569316839a2835005f63d05d1a639cfd5f"
    })
    void largerSizesAreTheSameOnEveryMachine(Size size, String digest) {
        Album album = Album.of(1, size);
        Sha256 sha = new Sha256();
        album.train().forEach(shot -> sha.add(shot.toString()));
        album.gallery().forEach(shot -> sha.add(shot.toString()));
        for (int i = 0; i < 10; i++) {
            sha.add(album.draw(album.train().get(700 * i)));
            sha.add(album.draw(album.gallery().get(400 * i)));
        }
        assertThat(Album.REVISION).isEqualTo(1);
        assertThat(sha.hex()).isEqualTo(digest);
    }

    @Test
    void imagesOfOnePersonDiffer() {
        Album album = Album.of(SEED, Size.SMALL);
        Shot first = album.train().get(0);
        Shot second = album.train().get(1);
        assertThat(second.person()).as("seed %d", SEED).isEqualTo(first.person());
        assertThat(album.draw(second)).as("seed %d", SEED).isNotEqualTo(album.draw(first));
    }

    @Test
    void anotherSeedDrawsOtherPictures() {
        Shot shot = Album.of(SEED, Size.SMALL).train().get(0);
        assertThat(Album.of(SEED + 1, Size.SMALL).draw(shot))
                .as("seed %d", SEED)
                .isNotEqualTo(Album.of(SEED, Size.SMALL).draw(shot));
    }

    @Test
    void picturesAreNeitherDarkNorWashedOut() {
        Album album = Album.of(SEED, Size.SMALL);
        double sum = 0;
        int extreme = 0;
        for (Shot shot : album.train().subList(0, SOME)) {
            double mean = mean(album.draw(shot));
            sum += mean;
            extreme += mean < 25 || mean > 230 ? 1 : 0;
        }
        assertThat(sum / SOME).as("mean level, seed %d", SEED).isBetween(80.0, 170.0);
        assertThat(extreme).as("images nearly black or white, seed %d", SEED).isLessThanOrEqualTo(2);
    }

    private static double mean(byte[] pixels) {
        double sum = 0;
        for (byte pixel : pixels) {
            sum += pixel & 0xFF;
        }
        return sum / pixels.length;
    }
}
