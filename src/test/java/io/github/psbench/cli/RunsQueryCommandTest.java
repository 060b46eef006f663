package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.export.WrittenTrials;
import io.github.psbench.run.SmallRuns;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunsQueryCommandTest {
    @TempDir
    private Path results;

    private WrittenTrials trials;

    /** What a command printed and returned. */
    private record Said(int code, String out, String err) {}

    @BeforeEach
    void threeTrials() throws IOException {
        trials = new WrittenTrials(results);
        trials.write('a', "Ours", 0, 60.25, 1);
        trials.write('b', "Ours", 1, 50, 1);
        Path baseline = trials.write('c', "Baseline", 0, 40, 1).resolve("trial.json");
        Files.writeString(baseline, Files.readString(baseline).replace("{\"lambda\": 6.0}", "\"none\""));
    }

    @Test
    void readsWhatTrialsLeaveInTheirFolders() throws IOException {
        Said said = query(
                "loss.asmr is not missing and seed = 0",
                "--show",
                "row,rank1_unseen,queries_unseen,rank1_seen,trainingSeconds,finished,threads,commit,loss.asmr.lambda,precision",
                "--format",
                "json");
        JsonNode document = new ObjectMapper().readTree(said.out());
        assertThat(document.path("chosen").asInt()).isEqualTo(1);
        assertThat(document.path("of").asInt()).isEqualTo(3);
        assertThat(document.path("trials").path(0).toString())
                .as("float32 is what there was when this trial was run")
                .isEqualTo(
                        "{\"row\":\"Ours\",\"rank1_unseen\":60.25,\"queries_unseen\":80,\"rank1_seen\":null,\"trainingSeconds\":116.0,"
                                + "\"finished\":\"2026-11-22T04:27:25Z\",\"threads\":1,"
                                + "\"commit\":\"7ef197a8eddca3e3fee044cf23439880145dd08c\",\"loss.asmr.lambda\":6.0,\"precision\":\"float32\"}");
    }

    @Test
    void printsTextForPeople() {
        assertThat(query("--by", "row", "--sort", "-rank1").out()).isEqualTo("""
                row       n  rank1       map
                Ours      2  55.1 ± 7.2  33.3 ± 0.0
                Baseline  1  40.0        33.3
                3 finished trials in 2 groups; mean ± sample standard deviation, which a single trial does not have
                """);
        assertThat(query("rank1 > 99").out())
                .isEqualTo("None of the 3 finished trials in " + results + " is like that.\n");
        assertThat(query("--datasets", "peta").out())
                .isEqualTo("There are no finished trials in " + results + " that were asked for.\n");
    }

    @Test
    void unfinishedTrialsAreAskedOnRequest() throws IOException {
        new SmallRuns(results).partial("MA to CosFace", 1, 1);
        assertThat(query("row contains CosFace").out()).contains("None of the 3 finished trials");
        Said said = query("loss.asmr.lambda = 6", "--all", "--rows", "cosface");
        assertThat(said.out().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("rank1  map  state    loss.asmr.lambda"),
                        line -> assertThat(line).endsWith("-      -    partial  6"),
                        line -> assertThat(line).isEqualTo("1 trial"));
    }

    @Test
    void aFilesEndingSaysItsFormat() throws IOException {
        Path file = results.resolve("deep/answer.csv");
        Said said = query("seed = 0", "--show", "row,rank1", "--out", file.toString());
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains(file + " (CSV): 2 of 3 finished trials");
        assertThat(Files.readString(file)).isEqualTo("row,rank1\nBaseline,40.0\nOurs,60.25\n");
        assertThat(query("--out", results.resolve("a.json").toString(), "--format", "text")
                        .code())
                .isZero();
        assertThat(Files.readString(results.resolve("a.json"))).startsWith("id ");
    }

    @Test
    void aTextFileSaysThatItIsOne() {
        Path file = results.resolve("answer.txt");
        assertThat(query("--out", file.toString()).err())
                .isEqualTo(file
                        + " (text; --format or the ending .csv or .json chooses another format): 3 finished trials\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trial.json", "scores.json", "times.json"})
    void aDamagedTrialIsLeftOutWithANote(String file) throws IOException {
        Files.writeString(results.resolve("runs").resolve("b".repeat(64)).resolve(file), "{\"queries\": 1");
        Said said = query("--by", "row", "--show", "rank1");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("Ours      1  60.3").endsWith("a single trial does not have\n");
        assertThat(said.err().lines().toList()).singleElement().asString().satisfies(note -> assertThat(note)
                .startsWith("Trial bbbbbbbbbbbb is left out: ")
                .contains(file)
                .contains("`psbench runs rm bbbbbbbbbbbb`"));
    }

    @Test
    void namesFromFilesCannotSteerTheTerminal() throws IOException {
        trials.write('d', "Ours\u001b[2J\n", 2, 45, 1);
        assertThat(query("--by", "row").out()
                        + query("row contains '\u001b'").out()
                        + query("--columns").out())
                .contains("Ours\\u001B[2J")
                .doesNotContain("\u001b");
        assertThat(query("row = 'Ours\u001b' and x = 1").err())
                .contains("Ours\\u001B'")
                .doesNotContain("\u001b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rank1 = = 5                | Character 9 of the condition",
                "no.such.column is missing  | there is no column 'no.such.column'",
                "--by                       | Missing required parameter",
                "--sort -nothing            | --sort: there is no column 'nothing'",
                "--limit none               | --limit must be a whole number",
                "--format xml               | --format must be one of text, csv, json",
                "--columns --by row         | --columns lists columns alone",
                "row = Ours                 | The condition must be one argument, got 3: put it in quotes",
            })
    void mistakesAreToldInTheWordsOfTheUser(String arguments, String message) {
        boolean oneArgument = arguments.contains("is missing") || arguments.contains("= =");
        Said said =
                oneArgument ? query(arguments.strip()) : query(arguments.strip().split(" +"));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains(message)
                .doesNotContainIgnoringCase("tablesaw")
                .doesNotContain("Exception");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsNoEmptyStore() {
        Said said =
                psbench("runs", "query", "--results", results.resolve("none").toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("is not a folder");
    }

    /** It looks through the whole class path when it is loaded, for half a second. */
    @ParameterizedTest
    @CsvSource({"list, 0", "query, 1"})
    void noOtherCommandPaysForTheLibraryOfTables(String command, int expected) throws Exception {
        Path log = results.resolve("classes.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.github.psbench.cli.Psbench",
                        "runs",
                        command,
                        "--results",
                        results.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).contains("Baseline");
        try (Stream<String> lines = Files.lines(log)) {
            assertThat(lines.filter(line -> line.contains("tech.tablesaw.api.Table "))
                            .count())
                    .isEqualTo(expected);
        }
    }

    private Said query(String... arguments) {
        List<String> all = new ArrayList<>(List.of("runs", "query"));
        all.addAll(List.of("--results", results.toString()));
        all.addAll(List.of(arguments));
        return psbench(all.toArray(String[]::new));
    }

    private static Said psbench(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Psbench.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Said(code, out.toString(), err.toString());
    }
}
