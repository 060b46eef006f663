package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsReproduceCommandTest {
    private static final String EXPERIMENT = """
            title: A trial to be repeated
            seeds: [3]
            defaults:
              protocol: paper
              input: {height: 32, width: 16}
              backbone: {name: resnet-slim, weights: none}
              embedding: {dimension: 32, hidden: [64]}
              pretraining: {epochs: 1}
              loss: {alignment: {scale: 12, margin: 0.2}, asmr: {lambda: 6}}
              training: {epochs: 1, batch: 64, frozen-batch-norm: false, learning-rates: {image: 0.05}}
            datasets:
              synthped: {}
            rows:
              Ours: {}
            """;

    @TempDir
    private Path folder;

    /** What a command printed and returned. */
    private record Said(int code, String out, String err) {}

    @Test
    void aTrialIsReproducedWithItsPretrainingAndAChangedOneIsNot() throws IOException {
        Path file = Files.writeString(folder.resolve("first.yaml"), EXPERIMENT);
        assertThat(psbench("run", file.toString()).code()).isZero();
        Path original = only(results().resolve("runs"));
        String id = original.getFileName().toString();

        Said said = psbench("runs", "reproduce", id.substring(0, 8));
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("weights.safetensors").endsWith("Reproduced: the same bytes.\n");
        Path again = results().resolve("reproductions").resolve(id + "-1");
        assertThat(again.resolve("runs").resolve(id).resolve("weights.safetensors"))
                .hasSameBinaryContentAs(original.resolve("weights.safetensors"));
        assertThat(only(again.resolve("backbones")).resolve("backbone.safetensors"))
                .as("a backbone of its own")
                .hasSameBinaryContentAs(only(results().resolve("backbones")).resolve("backbone.safetensors"));

        Path scores = original.resolve("scores.json");
        JsonNode measured = new ObjectMapper().readTree(scores.toFile());
        double rank10 = measured.path("rank10").asDouble();
        double other = rank10 > 50 ? rank10 - 0.5 : rank10 + 0.5;
        Files.writeString(scores, measured.toString().replace("\"rank10\":" + rank10, "\"rank10\":" + other));
        // Not finished, as if it had been stopped just before its end: the same folder is gone on with.
        Files.delete(again.resolve("runs").resolve(id).resolve("scores.json"));
        Said changed = psbench("runs", "reproduce", id, "--format", "json", "--tolerance", "0.25");
        assertThat(changed.code()).as(changed.err()).isEqualTo(1);
        JsonNode verdict = new ObjectMapper().readTree(changed.out());
        assertThat(verdict.path("agrees").asBoolean()).isFalse();
        assertThat(verdict.path("largestDifference").asDouble()).isBetween(0.499, 0.501);
        assertThat(verdict.path("reproduction").asText()).isEqualTo(again.toString());
    }

    @Test
    void whatIsAskedForMustBeThere() {
        assertThat(psbench("runs", "reproduce", "abcd").err())
                .contains("No trial of this store")
                .contains("abcd");
        assertThat(psbench("runs", "reproduce", "Ours").err())
                .contains("hexadecimal digits")
                .contains("'Ours'");
        assertThat(psbench("runs", "reproduce", "abcd", "--tolerance", "-1").err())
                .contains("--tolerance must be in 0..100");
    }

    private Path results() {
        return folder.resolve("results");
    }

    private static Path only(Path parent) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private Said psbench(String... arguments) {
        List<String> whole = new ArrayList<>(List.of(arguments));
        whole.addAll(List.of("--results", results().toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Psbench.run(new PrintWriter(out), new PrintWriter(err), whole.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }
}
