package io.github.psbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.Encoding;
import io.github.psbench.data.Market1501;
import io.github.psbench.data.SmallMarket;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.train.Precision;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EpochsTest {
    private static final String NETWORK = " market1501 mobilenetv2 64x32, batch 128";

    @TempDir
    private Path folder;

    @BeforeEach
    void writePictures() throws IOException {
        new SmallMarket(folder).write();
    }

    @Test
    void firstEpochsBeginWithAnEmptyCacheAndLeaveNothing() throws Exception {
        assertThat(seconds("first epoch")).hasSize(2).allMatch(seconds -> seconds > 0);
        assertThat(leftBehind()).isEmpty();
        assertThat(folder.resolve("cache/pixels")).doesNotExist();
    }

    @Test
    void laterEpochsReadTheCacheAndLeaveNothingElse() throws Exception {
        assertThat(seconds("later epoch")).hasSize(2).allMatch(seconds -> seconds > 0);
        assertThat(leftBehind()).isEmpty();
        assertThat(folder.resolve("cache/pixels")).isNotEmptyDirectory();
    }

    @Test
    void theJournalIsMeasuredByItself() throws Exception {
        assertThat(seconds("journal of an epoch")).hasSize(2).allMatch(seconds -> seconds > 0);
        assertThat(leftBehind()).isEmpty();
    }

    @Test
    void theOtherSideGoesThroughTheSamePictures() throws IOException {
        List<String> arguments = Objects.requireNonNull(Subject.EPOCH.benchmarks(setup()).stream()
                        .filter(benchmark -> benchmark.name().equals("first epoch" + NETWORK))
                        .findFirst()
                        .orElseThrow()
                        .peer())
                .arguments();
        Path list = Path.of(arguments.get(arguments.indexOf("--images") + 1));
        assertThat(Files.readAllLines(list)).hasSize(4).allSatisfy(line -> assertThat(Path.of(line))
                .isRegularFile());
        assertThat(arguments).containsSequence("--first", "1").containsSequence("--batch", "128");
    }

    /** Of two turns. */
    private List<Double> seconds(String what) throws Exception {
        StringWriter out = new StringWriter();
        new Bench(Subject.EPOCH, setup())
                .serve(what + NETWORK, new BufferedReader(new StringReader("\n\n")), new PrintWriter(out));
        return out.toString()
                .lines()
                .skip(1)
                .map(EpochsTest::json)
                .map(line -> line.path("seconds").asDouble())
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    private List<Path> leftBehind() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("psbench-bench-"))
                    .toList();
        }
    }

    private Setup setup() {
        return new Setup(
                ComputeDevice.cpu(1),
                Precision.FLOAT32,
                null,
                new Market1501(Encoding.PATTERNS, Market1501.Labels.CATEGORY),
                new Places(folder, folder.resolve("cache")),
                Progress.SILENT);
    }
}
