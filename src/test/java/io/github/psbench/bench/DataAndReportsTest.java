package io.github.psbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.DataSource;
import io.github.psbench.data.Encoding;
import io.github.psbench.data.Market1501;
import io.github.psbench.data.SmallMarket;
import io.github.psbench.data.SynthPed;
import io.github.psbench.data.synthped.Size;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataAndReportsTest {
    private static final DataSource MARKET = new Market1501(Encoding.PATTERNS, Market1501.Labels.CATEGORY);
    private static final DataSource SYNTHPED = new SynthPed(1, Size.SMALL);

    @TempDir
    private Path folder;

    @Test
    void picturesInFilesAreDecodedByBothSides() throws Exception {
        new SmallMarket(folder).write();
        Benchmark decode = benchmark(Subject.DATA, "decode market1501 to 64x32", MARKET);
        assertThat(decode.items()).isEqualTo(4);
        Benchmark.Peer peer = Objects.requireNonNull(decode.peer());
        Path list = Path.of(peer.arguments().get(peer.arguments().indexOf("--images") + 1));
        assertThat(Files.readAllLines(list)).hasSize(4).allSatisfy(line -> assertThat(Path.of(line))
                .isRegularFile());
        measured(Subject.DATA, decode.name(), MARKET);
    }

    @Test
    void batchesComeFromTheCache() throws Exception {
        new SmallMarket(folder).write();
        measured(Subject.DATA, "batches market1501 64x32", MARKET);
    }

    @Test
    void drawnPicturesHaveNoOtherSide() {
        List<Benchmark> benchmarks = Subject.DATA.benchmarks(setup(SYNTHPED));
        assertThat(benchmarks)
                .isNotEmpty()
                .allSatisfy(benchmark -> assertThat(benchmark.peer()).isNull())
                .noneSatisfy(benchmark -> assertThat(benchmark.name()).startsWith("decode"));
    }

    @Test
    void tablesAndThePageAreWrittenOfFinishedTrials() throws Exception {
        measured(Subject.REPORT, "tables of 21 trials", SYNTHPED);
        measured(Subject.REPORT, "page of 21 trials", SYNTHPED);
        Path results = Files.createDirectory(folder.resolve("results"));
        Reports reports = (Reports)
                benchmark(Subject.REPORT, "tables of 21 trials", SYNTHPED).workload();
        assertThat(reports.finished(results)).hasSize(21).allSatisfy(outcome -> assertThat(outcome.state())
                .hasToString("DONE"));
    }

    private Benchmark benchmark(Subject subject, String name, DataSource dataset) {
        return subject.benchmarks(setup(dataset)).stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Two turns are announced, taken and told. */
    private void measured(Subject subject, String name, DataSource dataset) throws Exception {
        StringWriter out = new StringWriter();
        new Bench(subject, setup(dataset))
                .serve(name, new BufferedReader(new StringReader("\n\n")), new PrintWriter(out));
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(json(lines.get(0)).path("ready").asBoolean()).isTrue();
        assertThat(json(lines.get(2)).path("seconds").asDouble()).isPositive();
    }

    private static JsonNode json(String line) throws IOException {
        return new ObjectMapper().readTree(line);
    }

    private Setup setup(DataSource dataset) {
        return new Setup(
                ComputeDevice.cpu(1),
                Precision.FLOAT32,
                null,
                dataset,
                new Places(folder, folder.resolve("cache")),
                Progress.SILENT);
    }
}
