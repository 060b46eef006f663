package io.github.psbench.export.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.psbench.base.Progress;
import io.github.psbench.export.WrittenTrials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports to MLflow's own server, and asks it what has arrived. {@code make test-mlflow} runs it. */
@Tag("mlflow")
class MlflowServerTest {
    private static final String EXPERIMENT = "asmr";
    private static final int STEPS = 600;

    /** Stops the work when it has told so often that it goes on. */
    private record StoppedAfter(int times) implements Progress {
        @Override
        public Task begin(String what, long units) {
            int[] told = {0};
            return new Task() {
                @Override
                public void advance(long done) {
                    if (told[0]++ == times) {
                        throw new CancellationException("enough");
                    }
                }

                @Override
                public void note(String text) {}

                @Override
                public void close() {}
            };
        }
    }

    @Test
    void allArrivesOnceHoweverOftenTheExportIsStopped(@TempDir Path folder) throws IOException, InterruptedException {
        WrittenTrials trials = new WrittenTrials(folder.resolve("results"));
        trials.write('a', "Ours, λ = 4", 0, 13.571428571428571, STEPS);
        Files.delete(trials.write('b', "Baseline", 1, 40, 3).resolve("launch.json"));
        try (StartedMlflow mlflow = StartedMlflow.in(folder)) {
            MlflowExport export = new MlflowExport(new Server(mlflow.address(), Credentials.of(Map.of())), false);
            int stops = 0;
            while (!ended(export, trials, stops)) {
                stops++;
            }
            assertThat(stops).as("requests at which it was stopped").isGreaterThanOrEqualTo(10);

            List<JsonNode> runs = mlflow.runs(EXPERIMENT);
            String listing = listing(mlflow, runs, stops);
            Files.writeString(Path.of("target", "mlflow.md"), listing);
            assertThat(runs).extracting(run -> run.at("/info/status").asText()).containsExactly("FINISHED", "FINISHED");
            JsonNode ours = runs.get(0);
            assertThat(ours.at("/info/run_name").asText()).isEqualTo("Ours, λ = 4, small, seed 0");
            assertThat(values(ours, "tags"))
                    .containsEntry("psbench.trial", "a".repeat(64))
                    .containsEntry("psbench.row", "Ours, λ = 4")
                    .containsEntry("psbench.seed", "0")
                    .containsEntry("mlflow.source.git.commit", "7ef197a8eddca3e3fee044cf23439880145dd08c");
            assertThat(values(ours, "params"))
                    .containsEntry("loss.asmr.lambda", "6.0")
                    .containsEntry("embedding.hidden", "[512,512]")
                    .containsEntry("dataset", "synthped");
            assertThat(values(ours, "metrics"))
                    .containsEntry("rank1", "13.571428571428571")
                    .containsEntry("unseen/queries", "80.0")
                    .containsEntry("training/losses/loss", String.valueOf(16.0 / STEPS));
            for (String metric :
                    List.of("training/losses/alignment", "training/losses/loss", "training/learningRates/image")) {
                assertThat(steps(mlflow, ours, metric))
                        .as(metric)
                        .isEqualTo(LongStream.rangeClosed(1, 2 * STEPS).boxed().toList());
            }
            assertThat(steps(mlflow, ours, "validation/scores/rank1")).containsExactly(1L, 2L);
            assertThat(steps(mlflow, ours, "rank1")).containsExactly(0L);
            assertThat(files(mlflow, ours))
                    .containsExactly(
                            "environment.json",
                            "launch.json",
                            "log.txt",
                            "metrics.jsonl",
                            "scores.json",
                            "times.json",
                            "trial.json",
                            "w.json");
            assertThat(mlflow.text("/get-artifact?path=metrics.jsonl&run_id=" + id(ours)))
                    .isEqualTo(Files.readString(
                            trials.all().get(0).stored().folder().resolve("metrics.jsonl")));

            MlflowExport.Outcome again = export.send(EXPERIMENT, trials.all(), Progress.SILENT);
            assertThat(again.sent()).isZero();
            assertThat(again.present()).isEqualTo(2);
            assertThat(mlflow.runs(EXPERIMENT)).isEqualTo(runs);
            assertThat(listing(mlflow, runs, stops)).isEqualTo(listing);

            new MlflowExport(new Server(mlflow.address(), Credentials.of(Map.of())), true)
                    .send("with-weights", trials.all().subList(1, 2), Progress.SILENT);
            assertThat(files(mlflow, mlflow.runs("with-weights").get(0)))
                    .contains("weights.safetensors")
                    .doesNotContain("launch.json");
        }
    }

    private static boolean ended(MlflowExport export, WrittenTrials trials, int stop) {
        try {
            export.send(EXPERIMENT, trials.all(), new StoppedAfter(stop));
            return true;
        } catch (CancellationException e) {
            return false;
        }
    }

    private static String id(JsonNode run) {
        return run.at("/info/run_id").asText();
    }

    private static Map<String, String> values(JsonNode run, String kind) {
        Map<String, String> values = new TreeMap<>();
        run.path("data")
                .path(kind)
                .forEach(value -> values.put(
                        value.path("key").asText(), value.path("value").asText()));
        return values;
    }

    private static List<Long> steps(StartedMlflow mlflow, JsonNode run, String metric)
            throws IOException, InterruptedException {
        List<Long> steps = new ArrayList<>();
        mlflow.get("metrics/get-history?max_results=25000&run_id=" + id(run) + "&metric_key=" + metric)
                .path("metrics")
                .forEach(value -> steps.add(value.path("step").asLong()));
        return steps.stream().sorted().toList();
    }

    private static List<String> files(StartedMlflow mlflow, JsonNode run) throws IOException, InterruptedException {
        List<String> files = new ArrayList<>();
        mlflow.get("artifacts/list?run_id=" + id(run))
                .path("files")
                .forEach(file -> files.add(file.path("path").asText()));
        return files.stream().sorted().toList();
    }

    /** The server's own list of what it has. */
    private static String listing(StartedMlflow mlflow, List<JsonNode> runs, int stops)
            throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder("What mlflow server ")
                .append(mlflow.version())
                .append(" lists after an export that was stopped at ")
                .append(stops)
                .append(" requests, one after the other:\n");
        for (JsonNode run : runs) {
            text.append("\n## ")
                    .append(run.at("/info/run_name").asText())
                    .append(", ")
                    .append(run.at("/info/status").asText())
                    .append("\n\n");
            values(run, "tags").forEach((key, value) -> text.append("tag ")
                    .append(key)
                    .append(" = ")
                    .append(value)
                    .append('\n'));
            values(run, "params").forEach((key, value) -> text.append("parameter ")
                    .append(key)
                    .append(" = ")
                    .append(value)
                    .append('\n'));
            for (Map.Entry<String, String> metric : values(run, "metrics").entrySet()) {
                text.append("metric ")
                        .append(metric.getKey())
                        .append(": ")
                        .append(steps(mlflow, run, metric.getKey()).size())
                        .append(" values, the last ")
                        .append(metric.getValue())
                        .append('\n');
            }
            files(mlflow, run).forEach(file -> text.append("file ").append(file).append('\n'));
        }
        return text.toString();
    }
}
