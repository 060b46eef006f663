package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.SmallMarket;
import io.github.psbench.data.cache.CacheContents;
import io.github.psbench.data.cache.SmallCache;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DataCacheCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void listsFilesWithSizesAndWhatTheyAre() throws IOException {
        SmallCache.in(folder);
        CachedFiles files = new CachedFiles(CacheContents.of(folder));
        assertThat(files.text().lines().toList())
                .startsWith(folder.toString())
                .contains("        7 B   engine: libraries of the engine")
                .anyMatch(
                        line -> line.matches(
                                " +5,[0-9]{3} B   pixels/fcb157c35cb88e56-128x64-bicubic.u8: market1501 fcb157c35cb88e56, 2 pictures of 128 x 64, bicubic, revision 1"))
                .anyMatch(line -> line.matches(" +[0-9,]+ B   in all"));
        JsonNode document = new ObjectMapper().readTree(files.json());
        assertThat(document.get("files")).hasSize(13);
        assertThat(document.get("bytes").asLong())
                .isEqualTo(CacheContents.of(folder).bytes());
        assertThat(document.findValuesAsText("kind")).contains("pixels", "drawings", "leftover", "engine", "other");
        assertThat(new CachedFiles(CacheContents.of(folder.resolve("nowhere"))).text())
                .isEqualTo(folder.resolve("nowhere") + " holds nothing yet.");
    }

    @Test
    void buildsThePixelsOfADataSet() throws IOException {
        Places places = new Places(folder.resolve("data"), folder.resolve("cache"));
        new SmallMarket(places.data().resolve("Market-1501")).write();
        assertThat(build("market1501", "--height", "32", "--width", "16").build(places, Progress.SILENT))
                .isZero();
        assertThat(out.toString())
                .containsPattern(
                        "16,384 B   pixels/[0-9a-f]{16}-32x16-bicubic\\S*: market1501 [0-9a-f]{16}, 8 pictures of 32 x 16, bicubic")
                .contains("16,384 B   in all");
        assertThat(build("market1501", "--height", "32", "--width", "16", "--resize", "bilinear", "--format", "json")
                        .build(places, Progress.SILENT))
                .isZero();
        assertThat(CacheContents.of(places.cache()).files()).hasSize(3);
    }

    @Test
    void aSizeOutOfRangeIsAMisuse() {
        DataCacheBuildCommand build = build("synthped", "--height", "8", "--width", "16");
        assertThatThrownBy(() -> build.build(new Places(folder, folder), Progress.SILENT))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.USAGE))
                .hasMessage("--height must be in 16..1024, got 8.");
    }

    @Test
    void clearsAndSaysHowMuchWasFreed() throws IOException {
        SmallCache.in(folder);
        assertThat(clear("market1501", "--dry-run").clear(folder)).isZero();
        assertThat(out.toString()).containsPattern("Would free 10,[0-9]{3} B from " + folder + "\\.");
        assertThat(clear("market1501").clear(folder)).isZero();
        assertThat(out.toString()).containsPattern("Freed 10,[0-9]{3} B from " + folder + "\\.");
        out.getBuffer().setLength(0);
        assertThat(clear("market1501", "--format", "json").clear(folder)).isZero();
        assertThat(new ObjectMapper().readTree(out.toString()).get("bytes").asLong())
                .isZero();
        assertThat(clear("market1501").clear(folder)).isZero();
        assertThat(out.toString()).contains("Nothing to remove.");
        assertThat(folder.resolve("pixels/638998d17e23f145-64x32-bicubic.u8")).exists();
    }

    @Test
    void clearsADataSetThatOnlyTheCacheKnows() throws IOException {
        SmallCache small = SmallCache.in(folder);
        Path pixels = small.write(
                "pixels/1111111111111111-16x16-bicubic.u8",
                "psbench pixels, revision 1\ndata set my-people " + SmallCache.MARKET
                        + "\n2 pictures of 16 x 16 x 3 bytes\nresized by bicubic\n");
        assertThat(clear("my-people").clear(folder)).isZero();
        assertThat(pixels).doesNotExist();
        assertThatThrownBy(() -> clear("my-people").clear(folder)).isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--dry-run", "market1501 --all"})
    void whatToClearHasToBeSaid(String arguments) throws IOException {
        SmallCache.in(folder);
        String[] split = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);
        assertThatThrownBy(() -> clear(split).clear(folder))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.USAGE))
                .hasMessageContaining("give --all, not both");
    }

    @Test
    void theEngineGoesAloneOrAlong() throws IOException {
        SmallCache.in(folder);
        assertThat(clear("--engine").clear(folder)).isZero();
        assertThat(folder.resolve("engine")).doesNotExist();
        assertThat(Files.exists(folder.resolve("digests/" + SmallCache.MARKET))).isTrue();
        assertThat(clear("--all", "--engine").clear(folder)).isZero();
        assertThat(Files.exists(folder.resolve("digests/" + SmallCache.MARKET))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "build", "clear"})
    void helpHasExamples(String command) {
        assertThat(Psbench.run(new PrintWriter(out), new PrintWriter(out), "data", "cache", command, "--help"))
                .isZero();
        assertThat(out.toString()).contains("Examples:").contains("psbench data cache " + command);
    }

    private DataCacheBuildCommand build(String... arguments) {
        return parsed(new DataCacheBuildCommand(), arguments);
    }

    private DataCacheClearCommand clear(String... arguments) {
        return parsed(new DataCacheClearCommand(), arguments);
    }

    private <T> T parsed(T command, String... arguments) {
        new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .parseArgs(List.of(arguments).toArray(String[]::new));
        return command;
    }
}
