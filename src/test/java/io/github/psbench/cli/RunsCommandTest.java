package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.Failure;
import io.github.psbench.run.SmallRuns;
import io.github.psbench.run.work.Attempt;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RunsCommandTest {
    @TempDir
    private Path results;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private SmallRuns runs;

    @BeforeEach
    void store() {
        runs = new SmallRuns(results);
    }

    @Test
    void listsALineATrialAndHowManyThereAre() throws IOException {
        runs.done("Ours", 0, 60);
        runs.done("Baseline", 1, 9.25);
        runs.failed("Ours", 1, "the loss is no longer a finite number, and this is a reason too long for a line");
        assertThat(runs("list")).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0))
                .startsWith("trial         experiment  row       data set  seed  state   R1    mAP   finished");
        assertThat(lines.get(1))
                .matches(short12("Baseline", 1)
                        + "  table4      Baseline  synthped  1     done    9\\.3   4\\.6   20\\S+Z");
        assertThat(lines.get(3))
                .contains("failed  -     -     the loss is no longer a finite number, and this is a rea ...");
        assertThat(lines.get(4)).isEqualTo("3 trials: 2 done, 1 failed");
    }

    @Test
    void listsOnlyWhatIsAskedFor() throws IOException {
        runs.done("Ours", 0, 60);
        runs.done("MA to CosFace", 0, 50);
        runs.partial("MA to CosFace", 1, 2);
        assertThat(listed("--rows", "cosface")).hasSize(2);
        assertThat(listed("--state", "partial,failed")).hasSize(1);
        assertThat(listed("--state", "done", "--state", "partial")).hasSize(3);
        assertThat(listed("--datasets", "synthped", "--from", "table4", "--rows", "ours"))
                .hasSize(1);
        assertThat(listed("--datasets", "peta")).isEmpty();
        assertThat(listed("--from", "table")).isEmpty();
        assertThat(runs("list", "--datasets", "peta")).isZero();
        assertThat(out.toString()).contains("None of the 3 trials in " + results + " is like that.");
        assertThat(runs("list", "--state", "finished")).isEqualTo(2);
        assertThat(err.toString()).contains("--state must be one of pending,", "'finished'");
    }

    @Test
    void showsAllAboutATrial() throws IOException {
        runs.done("Ours", 0, 60);
        assertThat(runs("show", short12("Ours", 0))).isZero();
        assertThat(out.toString())
                .contains(
                        runs.id("Ours", 0),
                        "times       pretraining 48.9 s, training 116.9 s, evaluation 1.2 s",
                        "  mAP              30.00  -     15.00",
                        "1,000 B   weights.safetensors")
                .containsPattern("(?m)^  loss.asmr.lambda +6\\.0$")
                .containsPattern("(?m)^  jdk +17\\.0$");
        runs.failed("Ours", 1, "its process ended with signal 9");
        assertThat(runs("show", short12("Ours", 1), "--format", "json")).isZero();
        JsonNode document = new ObjectMapper()
                .readTree(out.toString().substring(out.toString().lastIndexOf("\n{")));
        assertThat(document.path("state").asText()).isEqualTo("failed");
        assertThat(document.path("reason").asText()).isEqualTo("its process ended with signal 9");
        assertThat(document.path("settings").path("seed").asInt()).isEqualTo(1);
        assertThat(document.path("files").has("attempt-000001/trial.json")).isTrue();
        assertThat(document.has("scores")).isFalse();
    }

    @Test
    void printsALogAndSaysWhereThereIsNone() throws IOException {
        runs.done("Ours", 0, 60);
        runs.pending("Ours", 1);
        assertThat(runs("logs", short12("Ours", 0))).isZero();
        assertThat(runs("logs", short12("Ours", 0), "--follow")).isZero();
        String log = "2026-11-22T04:25:27Z started\n2026-11-22T04:27:25Z done\n";
        assertThat(out.toString()).isEqualTo(log + log);
        assertThat(runs("logs", short12("Ours", 1))).isEqualTo(2);
        assertThat(err.toString()).contains("has no log: it was never begun");
    }

    @Test
    void followsALogToItsPlaceAmongTheFinishedTrials() throws Exception {
        Path work = runs.partial("Ours", 0, 1);
        CompletableFuture<Integer> following =
                CompletableFuture.supplyAsync(() -> runs("logs", short12("Ours", 0), "--follow"));
        Files.writeString(work.resolve("log.txt"), "trai", StandardOpenOption.APPEND);
        while (!out.toString().contains("started")) {
            assertThat(following).isNotDone();
            Thread.sleep(5);
        }
        Path place = runs.done("Ours", 0, 60);
        Files.writeString(place.resolve("log.txt"), "started\ntrained\nno line break at the end");
        assertThat(following.get(30, TimeUnit.SECONDS)).isZero();
        assertThat(out.toString()).isEqualTo("started\ntrained\nno line break at the end");
    }

    @Test
    void comparesSettingsScoresAndCurves() throws IOException {
        runs.done("Ours", 0, 60);
        runs.done("MA to CosFace", 1, 64);
        assertThat(runs("compare", short12("Ours", 0), short12("MA to CosFace", 1)))
                .isZero();
        assertThat(out.toString())
                .contains("A  " + short12("Ours", 0) + " (table4, Ours, synthped, seed 0, done)")
                .containsPattern("(?m)^loss.alignment.name +ma +-> +cosface$")
                .containsPattern("(?m)^seed +0 +-> +1$")
                .containsPattern("(?m)^jdk +17.0 +-> +17.1$")
                .containsPattern("(?m)^all +R1 +60.00 +64.00 +\\+4.00$")
                .containsPattern("(?m)^unseen +R1 +55.00 +59.00 +\\+4.00$")
                .contains("A, at the end 1.500", "Rank-1 on the validation split", "epoch 1 to 2")
                .containsPattern("[\u2801-\u28ff]")
                .doesNotContain("loss.asmr");
        out.getBuffer().setLength(0);
        assertThat(runs("compare", short12("Ours", 0), short12("Ours", 0), "--ascii"))
                .isZero();
        assertThat(out.toString()).contains("Settings: no difference", " |*").matches("[\\x00-\\x7f]*");
        out.getBuffer().setLength(0);
        assertThat(runs("compare", short12("Ours", 0), short12("MA to CosFace", 1), "--format", "json"))
                .isZero();
        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertThat(document.path("first").path("loss").path("1").asDouble()).isEqualTo(3);
        assertThat(document.path("second").path("scores").path("rank1").asDouble())
                .isEqualTo(64);
        assertThat(document.path("settings").findValuesAsText("key")).contains("loss.alignment.margin");
    }

    @Test
    void aTrialThatIsNotDoneIsComparedAsFarAsItIs() throws IOException {
        runs.done("Ours", 0, 60);
        runs.partial("Ours", 1, 2);
        assertThat(runs("compare", short12("Ours", 0), short12("Ours", 1))).isZero();
        assertThat(out.toString()).contains("not both are done", "Loss, mean of each epoch");
    }

    @Test
    void removesOnlyWithConsent() throws IOException {
        Path done = runs.done("Ours", 0, 60);
        Path failed = runs.failed("Ours", 1, "no luck");
        String[] both = {short12("Ours", 0), short12("Ours", 1), short12("Ours", 0)};
        assertThatThrownBy(() -> remove(both).remove(null))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Give --yes");
        List<String> asked = new ArrayList<>();
        for (String answer : new String[] {"", "n", "yesterday", null}) {
            assertThat(remove(both).remove(question -> {
                        asked.add(question);
                        return answer;
                    }))
                    .isZero();
        }
        assertThat(asked).hasSize(4).containsOnly("Remove 2 trials? [y/N] ");
        assertThat(done).exists();
        assertThat(remove(both).remove(question -> " Y ")).isZero();
        assertThat(done).doesNotExist();
        assertThat(failed).doesNotExist();
        assertThat(out.toString())
                .contains("seed 0, done): ", " B in " + done, "Nothing was removed.", "Removed 2 trials.");
    }

    @Test
    void removesNothingIfSomebodyIsAtOneOfThem() throws IOException {
        Path done = runs.done("Ours", 0, 60);
        try (Attempt attempt = runs.running("Ours", 1)) {
            assertThat(runs("rm", short12("Ours", 0), short12("Ours", 1), "--yes"))
                    .isEqualTo(1);
            assertThat(attempt.isHeld()).isTrue();
        }
        assertThat(err.toString()).contains("A process is at trial " + short12("Ours", 1), "lease-");
        assertThat(done).exists();
        assertThat(runs("rm", short12("Ours", 0), short12("Ours", 1), "--yes")).isZero();
        assertThat(done).doesNotExist();
    }

    @Test
    void freesDiskAndSaysHowMuch() throws IOException {
        Path done = runs.done("Ours", 0, 60);
        assertThat(runs("gc", "--dry-run")).isZero();
        assertThat(out.toString())
                .isEqualTo("    1,000 B   weights of finished trials: 1\nWould free 1,000 B from " + results + ".\n");
        out.getBuffer().setLength(0);
        assertThat(runs("gc", "--keep-weights")).isZero();
        assertThat(out.toString()).isEqualTo("Nothing to remove from " + results + ".\n");
        out.getBuffer().setLength(0);
        assertThat(runs("gc", "--format", "json")).isZero();
        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertThat(document.path("bytes").asLong()).isEqualTo(1000);
        assertThat(document.path("removed").path(0).path("path").asText())
                .isEqualTo(done.resolve("weights.safetensors").toString());
        assertThat(done.resolve("weights.safetensors")).doesNotExist();
        assertThat(done.resolve("scores.json")).exists();
    }

    @Test
    void namesFromFilesCannotSteerTheTerminal() throws IOException {
        Path launch = runs.done("Ours", 0, 60).resolve("launch.json");
        Files.writeString(launch, Files.readString(launch).replace("\"Ours\"", "\"Ours\\u001b[2J\\n\""));
        assertThat(runs("list")).isZero();
        assertThat(runs("show", short12("Ours", 0))).isZero();
        assertThat(out.toString()).contains("Ours\\u001B[2J").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "query", "show", "logs", "compare", "rm", "gc"})
    void helpHasExamples(String command) {
        assertThat(Psbench.run(new PrintWriter(out), new PrintWriter(err), "runs", command, "--help"))
                .isZero();
        assertThat(out.toString()).contains("Examples:").contains("psbench runs " + command);
    }

    private JsonNode listed(String... arguments) throws IOException {
        out.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("list", "--format", "json"));
        all.addAll(List.of(arguments));
        assertThat(runs(all.toArray(String[]::new))).isZero();
        JsonNode trials = new ObjectMapper().readTree(out.toString()).get("trials");
        out.getBuffer().setLength(0);
        return trials;
    }

    private String short12(String row, long seed) {
        return runs.id(row, seed).substring(0, 12);
    }

    private int runs(String... arguments) {
        List<String> all = new ArrayList<>(List.of("runs"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--results", results.toString()));
        return Psbench.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }

    private RunsRemoveCommand remove(String... ids) {
        RunsRemoveCommand command = new RunsRemoveCommand();
        List<String> all = new ArrayList<>(List.of(ids));
        all.addAll(List.of("--results", results.toString()));
        new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .parseArgs(all.toArray(String[]::new));
        return command;
    }
}
