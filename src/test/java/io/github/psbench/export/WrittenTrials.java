package io.github.psbench.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.run.RunStore;
import io.github.psbench.run.StoredTrials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A store with finished trials, as psbench writes them. */
public record WrittenTrials(Path results) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** By experiment, row, data set and seed. */
    public List<FinishedTrial> all() {
        return new StoredTrials(new RunStore(results))
                .all().stream().map(FinishedTrial::read).toList();
    }

    /**
     * Writes a trial.
     *
     * @param digit its id is 64 of it
     * @param row null: it was run when psbench did not keep that
     * @param steps in each of two epochs
     */
    public Path write(char digit, String row, long seed, double rank1, int steps) throws IOException {
        Path folder = Files.createDirectories(
                results.resolve("runs").resolve(String.valueOf(digit).repeat(64)));
        Files.writeString(folder.resolve("trial.json"), """
                {"trainingRevision": 1, "dataset": "synthped", "dataDigest": "63", "seed": %d, "recipe": {"flip": true,
                 "crop": "none", "embedding": {"dimension": 128, "hidden": [512, 512]},
                 "loss": {"alignment": {"name": "ma", "scale": 12.0}, "asmr": {"lambda": 6.0}}}}
                """.formatted(seed));
        Files.writeString(folder.resolve("environment.json"), """
                {"gitCommit": "7ef197a8eddca3e3fee044cf23439880145dd08c", "gitDirty": false, "threads": 1}
                """);
        ObjectNode launch = JSON.createObjectNode().put("experiment", "table4");
        launch.putObject("trial").put("row", row).put("dataset", "small").put("seed", seed);
        Files.writeString(folder.resolve("launch.json"), launch.toString());
        String scores = """
                "queries": 140, "queriesWithoutMatch": 0, "gallery": 1260, "rank1": %s, "rank5": 80.0, "rank10": 90.0,
                "map": 33.300000000000004, "mapTrapezoid": 30.0, "ties": 2""".formatted(rank1);
        Files.writeString(
                folder.resolve("scores.json"), "{%s, \"unseen\": {%s}}".formatted(scores, scores.replace("140", "80")));
        Files.writeString(
                folder.resolve("times.json"),
                "{\"pretrainingSeconds\": 48.5, \"trainingSeconds\": 116.0, \"evaluationSeconds\": 1.5}");
        StringBuilder metrics = new StringBuilder();
        for (int epoch = 1; epoch <= 2; epoch++) {
            for (int step = 1; step <= steps; step++) {
                metrics.append("""
                        {"stage":"training","epoch":%d,"step":%d,"losses":{"alignment":%s,"loss":%s},"learningRates":{"image":0.01}}
                        """.formatted(epoch, step, 15.0 / step, 16.0 / step));
            }
            metrics.append("""
                    {"stage":"validation","epoch":%d,"scores":{"rank1":%s}}
                    """.formatted(epoch, 50.0 + epoch));
        }
        Files.writeString(folder.resolve("metrics.jsonl"), metrics);
        Files.writeString(folder.resolve("w.json"), "{\"w\": [{\"name\": \"age: young\", \"value\": 1.01}]}");
        Files.writeString(folder.resolve("log.txt"), "2026-11-22T04:25:27Z started\n2026-11-22T04:27:25Z done\n");
        Files.write(folder.resolve("weights.safetensors"), new byte[] {1, 2, 3, 4});
        return folder;
    }
}
