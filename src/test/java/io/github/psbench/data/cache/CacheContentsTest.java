package io.github.psbench.data.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.DataSource;
import io.github.psbench.data.Input;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PixelCache;
import io.github.psbench.data.SmallMarket;
import io.github.psbench.data.cache.CachedFile.Kind;
import io.github.psbench.data.picture.Filter;
import io.github.psbench.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheContentsTest {
    @TempDir
    private Path folder;

    @Test
    void knowsEveryKindOfFile() throws IOException {
        Path cache = folder.resolve("cache");
        SmallCache.in(cache);
        assertThat(CacheContents.of(cache).files())
                .extracting(file -> cache.relativize(file.file()).toString(), CachedFile::kind, CachedFile::dataset)
                .containsExactlyInAnyOrder(
                        tuple("pixels/fcb157c35cb88e56-128x64-bicubic.u8", Kind.PIXELS, "market1501"),
                        tuple("pixels/fcb157c35cb88e56-96x48-bilinear-r2.u8", Kind.PIXELS, "market1501"),
                        tuple("pixels/638998d17e23f145-64x32-bicubic.u8", Kind.PIXELS, "synthped"),
                        tuple("pixels/0000000000000000-16x16-bicubic.u8", Kind.PIXELS, ""),
                        tuple("pixels/.fcb157c35cb88e56-256x128-bicubic.u81234567890.part", Kind.LEFTOVER, ""),
                        tuple("pixels/notes.txt", Kind.OTHER, ""),
                        tuple("synthped/seed-1-revision-1.rgb", Kind.DRAWINGS, "synthped"),
                        tuple("synthped/large-seed--7-revision-2.rgb.digest", Kind.DRAWINGS, "synthped"),
                        tuple("digests/" + SmallCache.MARKET, Kind.DIGEST, ""),
                        tuple("weights/" + SmallCache.MARKET + ".safetensors", Kind.WEIGHTS, ""),
                        tuple("engine", Kind.ENGINE, ""),
                        tuple("mine.txt", Kind.OTHER, ""),
                        tuple("other", Kind.OTHER, ""));
    }

    @Test
    void tellsWhatTheHeadingSays() throws IOException {
        SmallCache.in(folder);
        assertThat(CacheContents.of(folder).files())
                .filteredOn(file -> file.kind() == Kind.PIXELS)
                .extracting(CachedFile::what)
                .containsExactlyInAnyOrder(
                        "damaged: it does not begin as files of pixels do",
                        "synthped 638998d17e23f145, 2 pictures of 64 x 32, bicubic, revision 1",
                        "market1501 fcb157c35cb88e56, 2 pictures of 128 x 64, bicubic, revision 1",
                        "market1501 fcb157c35cb88e56, 2 pictures of 96 x 48, bilinear, revision 1");
    }

    @Test
    void knowsTheFilesThatPixelCachesReallyAre() throws IOException {
        Places places = new Places(folder.resolve("data"), folder.resolve("cache"));
        new SmallMarket(places.data().resolve("Market-1501")).write();
        PersonDataset people = SettingsReader.variant("data set", DataSource.class, "market1501")
                .load(places, Progress.SILENT);
        PixelCache.open(people, new Input(32, 16, Filter.BILINEAR), places, Progress.SILENT)
                .close();
        assertThat(CacheContents.of(places.cache()).files())
                .extracting(CachedFile::kind, CachedFile::bytes, CachedFile::dataset)
                .containsExactlyInAnyOrder(
                        tuple(Kind.DIGEST, 65L, ""), tuple(Kind.PIXELS, 4096L + 8 * 32 * 16 * 3, "market1501"));
        assertThat(CacheContents.of(places.cache()).files().get(1).what())
                .startsWith("market1501 " + people.digests().pictures().substring(0, 16)
                        + ", 8 pictures of 32 x 16, bilinear");
    }

    @Test
    void addsUpSizes() throws IOException {
        assertThat(CacheContents.of(folder.resolve("nowhere")).files()).isEmpty();
        Path cache = Files.createDirectories(folder.resolve("cache"));
        Files.createDirectories(cache.resolve("engine/a/b"));
        Files.writeString(cache.resolve("engine/a/b/c"), "12345");
        Files.writeString(cache.resolve("engine/a/d"), "123");
        assertThat(CacheContents.of(cache).bytes()).isEqualTo(8);
    }

    @Test
    void followsNoLinks() throws IOException {
        SmallCache.in(folder.resolve("elsewhere"));
        Path cache = folder.resolve("cache");
        Files.createDirectories(cache.resolve("synthped"));
        Files.createSymbolicLink(cache.resolve("pixels"), folder.resolve("elsewhere/pixels"));
        Files.createSymbolicLink(cache.resolve("engine"), folder.resolve("elsewhere/engine"));
        Files.createSymbolicLink(cache.resolve("synthped/seed-1-revision-1.rgb"), folder.resolve("elsewhere/mine.txt"));
        assertThat(CacheContents.of(cache).files()).hasSize(3).allSatisfy(file -> {
            assertThat(file.kind()).isEqualTo(Kind.OTHER);
            assertThat(file.bytes()).isZero();
            assertThat(file.what()).isEqualTo("a symbolic link, not followed");
        });
    }
}
