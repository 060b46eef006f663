package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.export.WrittenTrials;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest {
    private static final String FIRST = "a".repeat(64);

    @TempDir
    private Path results;

    /** What a command printed and returned. */
    private record Said(int code, String out, String err) {}

    @BeforeEach
    void twoTrials() throws IOException {
        WrittenTrials trials = new WrittenTrials(results);
        trials.write('b', "=1+1, \"twin\"", 1, 49.65, 3);
        trials.write('a', "Ours", 0, 13.571428571428571, 3);
    }

    @Test
    void csvHasALineATrialWithItsScores() throws IOException {
        List<CSVRecord> lines = csv(psbench("csv").out());
        assertThat(lines).hasSize(2);
        CSVRecord first = lines.get(1);
        assertThat(first.get("trial")).isEqualTo(FIRST);
        assertThat(first.get("experiment")).isEqualTo("table4");
        assertThat(first.get("row")).isEqualTo("Ours");
        assertThat(first.get("dataset")).isEqualTo("small");
        assertThat(first.get("seed")).isEqualTo("0");
        assertThat(first.get("rank1")).isEqualTo("13.571428571428571");
        assertThat(first.get("map")).isEqualTo("33.300000000000004");
        assertThat(first.get("queries_unseen")).isEqualTo("80");
        assertThat(first.get("queries_seen")).as("there are none").isEmpty();
        assertThat(first.get("trainingSeconds")).isEqualTo("116.0");
        assertThat(lines.get(0).get("row"))
                .as("no spreadsheet takes it for a formula")
                .isEqualTo("'=1+1, \"twin\"");
    }

    @Test
    void csvOfMetricsHasALineANumber() throws IOException {
        List<CSVRecord> lines =
                csv(psbench("csv", "--metrics", "--rows", "Ours").out());
        assertThat(lines).hasSize(2 * 3 * 3 + 2);
        CSVRecord last = lines.get(lines.size() - 2);
        assertThat(last.get("metric")).isEqualTo("training/learningRates/image");
        assertThat(last.get("number")).as("the third step of the second epoch").isEqualTo("6");
        assertThat(last.get("step")).isEqualTo("3");
        assertThat(last.get("value")).isEqualTo("0.01");
    }

    @Test
    void jsonLinesHaveScoresAndDottedSettings() throws IOException {
        Path file = results.resolve("deep/trials.jsonl");
        Said said = psbench("jsonl", file.toString());
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("2 trials");
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertThat(lines).hasSize(2);
        JsonNode first = lines.get(1);
        assertThat(first.path("trial").asText()).isEqualTo(FIRST);
        assertThat(first.path("commit").asText()).startsWith("7ef197a8");
        assertThat(first.path("finished").asText()).isEqualTo("2026-11-22T04:27:25Z");
        assertThat(first.path("settings").path("loss.asmr.lambda").asDouble()).isEqualTo(6);
        assertThat(first.path("settings").path("embedding.hidden")).hasSize(2);
        assertThat(first.at("/scores/unseen/queries").asInt()).isEqualTo(80);
        assertThat(lines.get(0).path("row").asText()).isEqualTo("=1+1, \"twin\"");
    }

    @Test
    void theSameStoreGivesTheSameBytes() {
        for (String form : List.of("csv", "jsonl")) {
            assertThat(psbench(form, "--metrics").out())
                    .isNotEmpty()
                    .isEqualTo(psbench(form, "--metrics").out());
        }
    }

    @Test
    void whereNoTrialIsMeantNothingIsWritten() {
        Path file = results.resolve("trials.csv");
        Said said = psbench("csv", file.toString(), "--rows", "Theirs");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("holds no finished trial").contains("--rows");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:5000", "file:///tmp/mlruns", "./mlruns", "http://", "http://a b", "https://x/?a=b"})
    void whatIsNoAddressOfAServerIsRefused(String uri) {
        Said said = psbench("mlflow", "--uri", uri, "--experiment", "x");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains("--uri must be the address of an MLflow server")
                .contains("'" + uri + "'");
    }

    @Test
    void aPasswordInTheAddressIsRefusedAndNotPrinted() {
        Said said = psbench("mlflow", "--uri", "https://me:secret@example.org", "--experiment", "x");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("MLFLOW_TRACKING_PASSWORD").doesNotContain("secret");
    }

    private Said psbench(String form, String... options) {
        List<String> arguments = new ArrayList<>(List.of("export", form, "--results", results.toString()));
        arguments.addAll(List.of(options));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Psbench.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }

    private static List<CSVRecord> csv(String text) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }
}
