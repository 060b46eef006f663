package io.github.psbench.data.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.data.cache.CacheClearing.Cleared;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheClearingTest {
    private static final String HALF = "pixels/.fcb157c35cb88e56-256x128-bicubic.u81234567890.part";
    private static final Set<String> OF_MARKET =
            Set.of("pixels/fcb157c35cb88e56-128x64-bicubic.u8", "pixels/fcb157c35cb88e56-96x48-bilinear-r2.u8", HALF);
    private static final Set<String> KEPT_BY_ALL = Set.of(
            "pixels/fcb157c35cb88e56-96x48-bilinear-r2.u8.lock",
            "pixels/notes.txt",
            "weights/" + SmallCache.MARKET + ".safetensors",
            "engine/pytorch/2.7.1/libtorch.so",
            "mine.txt",
            "other/precious");

    @TempDir
    private Path folder;

    private Path cache;
    private SmallCache small;

    @BeforeEach
    void fill() throws IOException {
        cache = folder.resolve("cache");
        small = SmallCache.in(cache);
    }

    @Test
    void removesWhatIsOfADataSet() throws IOException {
        Set<String> before = files();
        Cleared cleared = clear(new CacheClearing("market1501", false, false));
        assertThat(names(cleared.removed())).isEqualTo(OF_MARKET);
        before.removeAll(OF_MARKET);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void removesTheDrawingsOfSynthped() throws IOException {
        assertThat(names(clear(new CacheClearing("synthped", false, false)).removed()))
                .containsExactlyInAnyOrder(
                        "pixels/638998d17e23f145-64x32-bicubic.u8",
                        "synthped/seed-1-revision-1.rgb",
                        "synthped/large-seed--7-revision-2.rgb.digest",
                        HALF);
    }

    @Test
    void removesAllThatPsbenchMakesAndNothingElse() throws IOException {
        long before = bytes();
        Cleared cleared = clear(new CacheClearing("", true, false));
        assertThat(files()).isEqualTo(KEPT_BY_ALL);
        assertThat(cleared.bytes()).isEqualTo(before - bytes());
    }

    @Test
    void removesTheEngineOnlyWhenAsked() throws IOException {
        clear(new CacheClearing("", false, true));
        assertThat(cache.resolve("engine")).doesNotExist();
        assertThat(files()).contains("pixels/fcb157c35cb88e56-128x64-bicubic.u8", "mine.txt");
    }

    @Test
    void aDryRunRemovesNothing() throws IOException {
        Set<String> before = files();
        Cleared cleared = new CacheClearing("", true, true).clear(CacheContents.of(cache), true);
        assertThat(files()).isEqualTo(before);
        assertThat(cleared.removed()).hasSize(9);
    }

    @Test
    void whatIsBeingMadeStays() throws IOException {
        Path pixels = cache.resolve("pixels/fcb157c35cb88e56-128x64-bicubic.u8");
        small.write("pixels/fcb157c35cb88e56-256x128-bicubic.u8.lock", "");
        try (FileLock one = lock(pixels.resolveSibling(pixels.getFileName() + ".lock"));
                FileLock other = lock(cache.resolve("pixels/fcb157c35cb88e56-256x128-bicubic.u8.lock"))) {
            Cleared cleared = clear(new CacheClearing("market1501", false, false));
            assertThat(names(cleared.atWork()))
                    .containsExactlyInAnyOrder("pixels/fcb157c35cb88e56-128x64-bicubic.u8", HALF);
            assertThat(names(cleared.removed())).containsExactly("pixels/fcb157c35cb88e56-96x48-bilinear-r2.u8");
            assertThat(pixels).exists();
            assertThat(cache.resolve(HALF)).exists();
        }
        assertThat(clear(new CacheClearing("market1501", false, false)).removed())
                .hasSize(2);
    }

    @Test
    void whatAnotherProcessIsMakingStays() throws IOException, InterruptedException {
        Path lock = cache.resolve("pixels/fcb157c35cb88e56-96x48-bilinear-r2.u8.lock");
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        lock.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(holder.getInputStream().read()).isEqualTo('x');
            assertThat(names(
                            clear(new CacheClearing("market1501", false, false)).atWork()))
                    .containsExactly("pixels/fcb157c35cb88e56-96x48-bilinear-r2.u8");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(names(clear(new CacheClearing("market1501", false, false)).removed()))
                .containsExactly("pixels/fcb157c35cb88e56-96x48-bilinear-r2.u8");
    }

    @Test
    void halfAFileThatChangedJustNowStays() throws IOException {
        Path half = cache.resolve(HALF);
        Files.setLastModifiedTime(half, FileTime.from(Instant.now()));
        assertThat(names(clear(new CacheClearing("", true, false)).atWork())).containsExactly(HALF);
        assertThat(half).exists();
    }

    @Test
    void linksAreNeitherFollowedNorRemoved() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "precious");
        Path linked = Files.createDirectories(folder.resolve("linked"));
        Files.createSymbolicLink(linked.resolve("engine"), outside);
        Files.createSymbolicLink(linked.resolve("pixels"), cache.resolve("pixels"));
        Files.createDirectories(linked.resolve("synthped"));
        Files.createSymbolicLink(linked.resolve("synthped/seed-1-revision-1.rgb"), outside.resolve("precious"));
        Set<String> before = files();
        assertThat(new CacheClearing("", true, true)
                        .clear(CacheContents.of(linked), false)
                        .removed())
                .isEmpty();
        assertThat(files()).isEqualTo(before);
        assertThat(outside.resolve("precious")).hasContent("precious");
    }

    @Test
    void linksWithinTheEngineGoWithoutWhatTheyLeadTo() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "precious");
        Files.createSymbolicLink(cache.resolve("engine/link"), outside);
        clear(new CacheClearing("", false, true));
        assertThat(cache.resolve("engine")).doesNotExist();
        assertThat(outside.resolve("precious")).hasContent("precious");
    }

    private Cleared clear(CacheClearing clearing) {
        return clearing.clear(CacheContents.of(cache), false);
    }

    private static FileLock lock(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .lock();
    }

    private Set<String> names(List<CachedFile> files) {
        return files.stream()
                .map(file -> cache.relativize(file.file()).toString())
                .collect(Collectors.toSet());
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(cache)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> cache.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private long bytes() throws IOException {
        long bytes = 0;
        for (String file : files()) {
            bytes += Files.size(cache.resolve(file));
        }
        return bytes;
    }
}
