package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.run.RunStore;
import io.github.psbench.run.work.Attempt;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an experiment file to a table and back, through the commands, on SynthPed with as little training as counts. */
class RunEndToEndTest {
    private static final String EXPERIMENT = """
            title: A first look
            seeds: [0, 1]
            defaults:
              protocol: paper
              input: {height: 32, width: 16}
              backbone: {name: resnet-slim, weights: none}
              embedding: {dimension: 32, hidden: [64]}
              pretraining: none
              loss: {alignment: {scale: 12, margin: 0.2}, asmr: {lambda: 6}}
              training: {epochs: 1, batch: 64, frozen-batch-norm: false, learning-rates: {image: 0.05}}
            datasets:
              synthped: {}
            rows:
              Ours: {}
            profiles:
              quick: {datasets: [synthped]}
            """;

    @TempDir
    private Path folder;

    /** What a command printed and returned. */
    private record Said(int code, String out, String err) {}

    @Test
    void aRunWritesTheStoreAndTheTableAndASecondTrainsNothing() throws IOException {
        Path file = experiment(EXPERIMENT);
        assertThat(states(file)).containsExactly("pending", "pending");

        Said first = psbench("run", file, "--seeds", "0");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("Ours").contains("tables/seeds-0/first.md");
        assertThat(states(file)).containsExactly("done", "pending");

        Path run = runs().get(0);
        assertThat(names(run))
                .filteredOn(name -> !name.equals("changes.diff")) // is there where something is not committed
                .containsExactlyInAnyOrder(
                        "environment.json",
                        "gallery.safetensors",
                        "launch.json",
                        "log.txt",
                        "metrics.jsonl",
                        "prototypes.safetensors",
                        "queries.safetensors",
                        "scores.json",
                        "times.json",
                        "trial.json",
                        "w.json",
                        "weights.safetensors");
        assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).hasSize(38); // 2,400 images in steps of 64

        FileTime written = Files.getLastModifiedTime(run.resolve("scores.json"));
        Said second = psbench("run", file, "--seeds", "0");
        assertThat(second.code()).isZero();
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(Files.getLastModifiedTime(run.resolve("scores.json"))).isEqualTo(written);

        Said report = psbench("report", file);
        assertThat(report.out()).contains("1 pending");
    }

    @Test
    void theScoresAreThoseThatTheScoreCommandFindsInTheStoredEmbeddings() throws IOException {
        Path file = experiment(EXPERIMENT);
        assertThat(psbench("run", file, "--seeds", "0").code()).isZero();
        Path run = runs().get(0);
        Said score = plain(
                "score",
                "--queries",
                run.resolve("queries.safetensors").toString(),
                "--gallery",
                run.resolve("gallery.safetensors").toString(),
                "--format",
                "json");
        JsonNode again = json(score.out());
        JsonNode stored = json(Files.readString(run.resolve("scores.json")));
        for (String metric : List.of("queries", "gallery", "rank1", "rank5", "rank10", "map", "mapTrapezoid", "ties")) {
            assertThat(again.get(metric)).as(metric).isEqualTo(stored.get(metric));
        }
    }

    @Test
    void theSameTrialInAnotherStoreLeavesTheSameBytes() throws IOException {
        Path file = experiment(EXPERIMENT);
        assertThat(psbench("run", file, "--seeds", "1").code()).isZero();
        Path first = runs().get(0);
        Path elsewhere = folder.resolve("elsewhere");
        assertThat(plain("run", file.toString(), "--seeds", "1", "--results", elsewhere.toString())
                        .code())
                .isZero();
        Path second = elsewhere.resolve("runs").resolve(first.getFileName());
        for (String name : List.of(
                "metrics.jsonl",
                "queries.safetensors",
                "gallery.safetensors",
                "weights.safetensors",
                "scores.json",
                "trial.json")) {
            assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
        }
    }

    @Test
    void aTrialThatFailsIsShownWithItsReasonAndTriedAgain() throws IOException {
        Path file = experiment(EXPERIMENT);
        Said failed = psbench("run", file, "--seeds", "0", "--set", "training.learning-rates.image=1e30");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out()).contains("failed").contains("no longer a finite number");
        assertThat(runs()).as("finished trials").isEmpty();
        assertThat(states(file, "--seeds", "0", "--set", "training.learning-rates.image=1e30"))
                .containsExactly("failed");
        assertThat(psbench("run", file, "--seeds", "0", "--set", "training.learning-rates.image=1e30")
                        .code())
                .isEqualTo(1);
        // The sound trial has another identity, and is not touched by it.
        assertThat(psbench("run", file, "--seeds", "0").code()).isZero();
        assertThat(runs()).hasSize(1);
    }

    @Test
    void aTrialWhoseScoresAreDamagedIsSaidToBeAndMadeAnew() throws IOException {
        Path file = experiment(EXPERIMENT);
        assertThat(psbench("run", file, "--seeds", "0").code()).isZero();
        Path scores = runs().get(0).resolve("scores.json");
        byte[] sound = Files.readAllBytes(scores);
        Files.writeString(scores, "{\"queries\": 1");
        assertThat(psbench("plan", file, "--seeds", "0").out())
                .contains("failed")
                .contains(scores.toString())
                .contains("is damaged");
        assertThat(psbench("run", file, "--seeds", "0").code()).isZero();
        assertThat(scores).hasBinaryContent(sound);
    }

    @Test
    void aTrialThatAnotherProcessIsAtIsLeftToIt() throws IOException {
        Path file = experiment(EXPERIMENT);
        String id = json(psbench("plan", file, "--seeds", "0", "--format", "json")
                        .out())
                .findValue("id")
                .asText();
        try (Attempt other =
                new RunStore(folder.resolve("results")).work(id).begin(List::of).orElseThrow()) {
            Said said = psbench("run", file, "--seeds", "0");
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.out()).contains("running").contains("no file was written");
            other.requireHeld();
        }
        assertThat(states(file, "--seeds", "0")).containsExactly("pending");
    }

    @Test
    void aTableOfAPartDoesNotReplaceTheUsualOne() throws IOException {
        Path file = experiment(EXPERIMENT);
        Said said = psbench("run", file, "--seeds", "0", "--set", "loss.asmr.lambda=3");
        assertThat(said.out()).contains("tables/seeds-0_loss.asmr.lambda=3/first.md");
        assertThat(folder.resolve("results/tables/first.md")).doesNotExist();

        Said split = psbench("report", file, "--seeds", "0", "--set", "loss.asmr.lambda=3", "--split", "unseen,SEEN");
        assertThat(split.code()).as(split.err()).isZero();
        assertThat(split.out())
                .contains("tables/seeds-0_loss.asmr.lambda=3_split-seen-unseen/first.md")
                .containsPattern("R1 +R1 +mAP +mAP\n +seen +unseen +seen +unseen");
        assertThat(psbench("report", file, "--split", "half").err())
                .contains("--split must be one of all, seen, unseen, got 'half'.");
    }

    @Test
    void rowsThatAreTheSameShareTheirTrials() throws IOException {
        Path file = experiment(EXPERIMENT.replace("  Ours: {}\n", "  Ours: {}\n  Twin: {loss.asmr.lambda: 6}\n"));
        assertThat(psbench("run", file, "--seeds", "0").code()).isZero();
        assertThat(runs()).hasSize(1);
        assertThat(states(file)).containsExactly("done", "pending", "done", "pending");
    }

    @Test
    void rowsThatShareAPretrainingTrainItOnceAndComeToTheSameBytesAsApart() throws IOException {
        Path file = experiment(EXPERIMENT
                .replace("pretraining: none", "pretraining: {epochs: 1}")
                .replace("  Ours: {}\n", "  Ours: {}\n  Without: {loss.asmr: none}\n"));
        JsonNode due = json(psbench("plan", file, "--seeds", "0", "--format", "json")
                        .out())
                .at("/cost/due");
        assertThat(due.get("trials").asInt()).isEqualTo(2);
        assertThat(due.get("pretrained").asInt()).isEqualTo(2);
        assertThat(due.get("backbones").asInt()).isEqualTo(1);

        Said both = psbench("run", file, "--seeds", "0");
        assertThat(both.code()).as(both.err()).isZero();
        assertThat(names(folder.resolve("results/backbones"))).hasSize(1);
        Path backbone = folder.resolve("results/backbones")
                .resolve(names(folder.resolve("results/backbones")).get(0));
        assertThat(names(backbone))
                .contains("backbone.safetensors", "made.json", "metrics.jsonl", "pretraining.json", "environment.json");

        for (String row : List.of("Ours", "Without")) {
            Path alone = folder.resolve(row);
            assertThat(plain("run", file.toString(), "--seeds", "0", "--rows", row, "--results", alone.toString())
                            .code())
                    .isZero();
            Path run;
            try (Stream<Path> runs = Files.list(alone.resolve("runs"))) {
                run = runs.findFirst().orElseThrow();
            }
            for (String name : List.of("weights.safetensors", "metrics.jsonl", "scores.json")) {
                assertThat(folder.resolve("results/runs")
                                .resolve(run.getFileName())
                                .resolve(name))
                        .as("%s of %s", name, row)
                        .hasSameBinaryContentAs(run.resolve(name));
            }
        }
        JsonNode spent = json(psbench("plan", file, "--seeds", "0", "--format", "json")
                        .out())
                .at("/cost/spent");
        assertThat(spent.get("backbones").asInt()).isEqualTo(1);
        assertThat(spent.get("pretrainingSecondsApart").asDouble())
                .isEqualTo(2 * spent.get("pretrainingSeconds").asDouble());
    }

    @Test
    void aDamagedBackboneIsMadeAnew() throws IOException {
        Path file = experiment(EXPERIMENT.replace("pretraining: none", "pretraining: {epochs: 1}"));
        assertThat(psbench("run", file, "--seeds", "0").code()).isZero();
        Path backbones = folder.resolve("results/backbones");
        Path tensors = backbones.resolve(names(backbones).get(0)).resolve("backbone.safetensors");
        byte[] sound = Files.readAllBytes(tensors);
        byte[] damaged = sound.clone();
        damaged[damaged.length - 1] ^= 1;
        Files.write(tensors, damaged);

        assertThat(psbench("run", file, "--seeds", "0", "--set", "loss.asmr=none")
                        .code())
                .isZero();
        assertThat(tensors).hasBinaryContent(sound);
    }

    @Test
    void aValidationSplitIsSearchedAfterEachEpochInsteadOfTheTestSet() throws IOException {
        Path file = experiment(EXPERIMENT);
        Said said =
                psbench("run", file, "--seeds", "0", "--set", "validation={share: 0.2}", "--set", "training.epochs=2");
        assertThat(said.code()).as(said.err()).isZero();
        List<JsonNode> validated = new java.util.ArrayList<>();
        for (String line : Files.readAllLines(runs().get(0).resolve("metrics.jsonl"))) {
            if (json(line).get("stage").asText().equals("validation")) {
                validated.add(json(line));
            }
        }
        assertThat(validated).extracting(line -> line.get("epoch").asInt()).containsExactly(1, 2);
        JsonNode scores = json(Files.readString(runs().get(0).resolve("scores.json")));
        assertThat(scores.get("queries").asInt())
                .as("a fifth of 150 training categories")
                .isEqualTo(30);
        assertThat(scores.get("seen")).isNull();
        assertThat(scores.get("rank1")).isEqualTo(validated.get(1).at("/scores/rank1"));
    }

    @Test
    void aMissingDataSetIsSaidInTheTableAndByTheExitCode() throws IOException {
        Path file = experiment(EXPERIMENT.replace("synthped", "market1501"));
        Said said = psbench(
                "run", file, "--seeds", "0", "--data", folder.resolve("nothing").toString());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.out()).contains("no data");
        assertThat(runs()).isEmpty();
    }

    private Path experiment(String text) throws IOException {
        return Files.writeString(folder.resolve("first.yaml"), text);
    }

    private Said psbench(String command, Path file, String... options) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                command, file.toString(), "--results", folder.resolve("results").toString()));
        arguments.addAll(List.of(options));
        return plain(arguments.toArray(String[]::new));
    }

    private static Said plain(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Psbench.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Said(code, out.toString(), err.toString());
    }

    private List<String> states(Path file, String... choices) throws IOException {
        List<String> options = new java.util.ArrayList<>(List.of("--format", "json"));
        options.addAll(List.of(choices));
        Said plan = psbench("plan", file, options.toArray(String[]::new));
        assertThat(plan.code()).as(plan.err()).isZero();
        return json(plan.out()).get("trials").findValuesAsText("state");
    }

    private List<Path> runs() throws IOException {
        Path runs = folder.resolve("results/runs");
        if (!Files.exists(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.sorted().toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
