package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.run.SmallRuns;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialState;
import io.github.psbench.run.work.TaskState;
import io.github.psbench.spec.TrialSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepLinesTest {
    private static final Instant BEGUN = Instant.parse("2026-11-22T07:00:00Z");

    private static final String EXPERIMENT = """
            title: Two rows, one of which fails
            seeds: [0]
            defaults:
              protocol: paper
              input: {height: 32, width: 16}
              backbone: {name: resnet-slim, weights: none}
              embedding: {dimension: 32, hidden: [64]}
              pretraining: none
              loss: {alignment: {scale: 12, margin: 0.2}, asmr: {lambda: 6}}
              training: {epochs: 2, batch: 64, frozen-batch-norm: false, learning-rates: {image: 0.05}}
            datasets:
              synthped: {}
            rows:
              Ours: {}
              Wild: {training: {learning-rates: {image: 1.0e30, category: 1.0e30}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void aSweepIsToldALineAnEventAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("two.yaml"), EXPERIMENT);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] command = {
            "run", file.toString(), "--results", folder.resolve("results").toString(), "--format", "jsonl", "--quiet"
        };
        int code = Psbench.run(new PrintWriter(out), new PrintWriter(err), command);
        assertThat(err).hasToString("");
        assertThat(code).isEqualTo(1);
        List<JsonNode> lines = lines(out);
        // Trials go on side by side, so only within one is the order known.
        assertThat(events(lines).stream().filter(event -> !event.startsWith("trial-")))
                .containsExactly("sweep-begin", "files", "sweep-end");
        assertThat(events(lines.stream()
                                .filter(line -> line.path("row").asText().equals("Ours"))
                                .toList())
                        .stream()
                        .distinct())
                .containsExactly("trial-begin", "trial-progress", "trial-end");
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(Instant.parse(line.path("time").asText())).isAfter(Instant.EPOCH));

        JsonNode begin = lines.get(0);
        assertThat(begin.path("experiment").asText()).isEqualTo("two");
        assertThat(begin.path("trials").asInt()).isEqualTo(2);
        assertThat(begin.path("done").asInt()).isZero();
        assertThat(begin.path("due").asInt()).isEqualTo(2);
        assertThat(begin.has("estimatedSeconds"))
                .as("nothing like them is finished")
                .isFalse();

        assertThat(of("trial-progress", lines)).anySatisfy(line -> {
            assertThat(line.path("row").asText()).isEqualTo("Ours");
            assertThat(line.path("stage").asText()).isEqualTo("training");
            assertThat(line.path("done").asLong())
                    .isBetween(1L, line.path("units").asLong());
            assertThat(line.path("epoch").asInt()).isBetween(1, 2);
            assertThat(line.path("loss").asDouble()).isPositive();
        });

        List<JsonNode> ends = of("trial-end", lines);
        assertThat(ends).hasSize(2);
        JsonNode done = ofRow("Ours", ends);
        Path stored = folder.resolve("results/runs").resolve(done.path("id").asText());
        JsonNode scores =
                new ObjectMapper().readTree(stored.resolve("scores.json").toFile());
        assertThat(done.path("state").asText()).isEqualTo("done");
        for (String metric : List.of("queries", "rank1", "rank5", "rank10", "map", "mapTrapezoid")) {
            assertThat(done.path("scores").path(metric)).as(metric).isEqualTo(scores.path(metric));
        }
        JsonNode failed = ofRow("Wild", ends);
        assertThat(failed.path("state").asText()).isEqualTo("failed");
        assertThat(failed.path("reason").asText()).contains("no longer a finite number");

        for (JsonNode written : of("files", lines).get(0).path("files")) {
            assertThat(Path.of(written.asText())).exists();
        }
        JsonNode end = lines.get(lines.size() - 1);
        assertThat(end.path("trials")).hasToString("{\"done\":1,\"failed\":1}");
        assertThat(end.path("seconds").asDouble()).isPositive();
        assertThat(end.path("stopped").asBoolean(true)).isFalse();
        assertThat(end.path("exitCode").asInt()).isEqualTo(1);
    }

    @Test
    void aTrialMovesAtMostOnceASecond() throws IOException {
        TrialSpec spec = new SmallRuns(folder).spec("Ours", 1);
        StringWriter out = new StringWriter();
        List<Instant> now = new ArrayList<>(List.of(BEGUN));
        SweepLines lines = new SweepLines(new PrintWriter(out), new Clock() {
            @Override
            public Instant instant() {
                return now.get(0);
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
        for (int tick = 0; tick < 11; tick++) {
            now.set(0, BEGUN.plusMillis(200L * tick));
            lines.moved("a", spec, new TaskState("training", tick, 20, "", 1, 0.5));
            lines.moved("b", spec, new TaskState("drawing synthped", tick, 20, "", null, null));
        }
        lines.end(List.of(new TrialOutcome(spec, "a", TrialState.PARTIAL, null, null, null)), null);
        List<JsonNode> told = lines(out);
        assertThat(told.stream().filter(line -> line.path("id").asText().equals("a")))
                .extracting(line -> line.path("done").asInt())
                .containsExactly(0, 5, 10);
        assertThat(told.get(0)).hasToString("""
                {"event":"trial-progress","time":"2026-11-22T07:00:00Z","id":"a","row":"Ours","dataset":"synthped","seed":1,\
                "stage":"training","done":0,"units":20,"epoch":1,"loss":0.5}""");
        assertThat(told.get(1).has("epoch")).isFalse();
        assertThat(told.get(6)).hasToString("""
                {"event":"sweep-end","time":"2026-11-22T07:00:02Z","trials":{"partial":1},"seconds":2.0,"stopped":true}""");
    }

    private static List<JsonNode> lines(StringWriter out) throws IOException {
        assertThat(out.toString()).endsWith("\n");
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    private static List<String> events(List<JsonNode> lines) {
        return lines.stream().map(line -> line.path("event").asText()).toList();
    }

    /** Trials run side by side, and end in any order. */
    private static JsonNode ofRow(String row, List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.path("row").asText().equals(row))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> of(String event, List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.path("event").asText().equals(event))
                .toList();
    }
}
