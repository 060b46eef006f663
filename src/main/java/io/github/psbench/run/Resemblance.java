package io.github.psbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import io.github.psbench.base.Sha256;
import io.github.psbench.eval.Metric;
import io.github.psbench.eval.RetrievalScores;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far two runs of one trial came to the same.
 *
 * @param files those that have the same bytes wherever a trial is repeated exactly
 * @param points the largest difference of two scores, in percent points; infinite if one run has scores over queries that the other lacks
 * @param environment the facts of the two environments that differ, by name
 */
public record Resemblance(List<ComparedFile> files, double points, Map<String, Difference> environment) {
    private static final List<String> SAME = List.of(
            "trial.json",
            "metrics.jsonl",
            "weights.safetensors",
            "w.json",
            "prototypes.safetensors",
            "queries.safetensors",
            "gallery.safetensors",
            "scores.json");

    /** Names the results folder, which is never the same. */
    private static final List<String> ALWAYS_DIFFERENT = List.of("command", "startedBy");

    /** How a file compares. */
    public enum Agreement {
        SAME_BYTES,
        DIFFERENT,
        /** One of the runs does not have it any more. */
        NOT_KEPT
    }

    /**
     * A file of both runs.
     *
     * @param from where they begin to differ, such as "line 12"; empty if they do not
     */
    public record ComparedFile(String name, Agreement agreement, String from) {}

    /** Values of a fact, as JSON; "none" where it was not recorded. */
    public record Difference(String original, String reproduction) {}

    /** Whether all files that both runs have are the same, the scores among them. */
    public boolean isExact() {
        return files.stream().noneMatch(file -> file.agreement() == Agreement.DIFFERENT);
    }

    static Resemblance of(RunStore original, RunStore reproduction, String id) {
        Path first = original.folder(id);
        Path second = reproduction.folder(id);
        try {
            List<ComparedFile> files = new ArrayList<>();
            for (String name : SAME) {
                if (Files.exists(first.resolve(name)) || Files.exists(second.resolve(name))) {
                    files.add(compared(name, first.resolve(name), second.resolve(name)));
                }
            }
            return new Resemblance(
                    List.copyOf(files),
                    points(
                            Objects.requireNonNull(original.result(id)),
                            Objects.requireNonNull(reproduction.result(id))),
                    environment(first, second));
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.DATA,
                    "The two runs cannot be compared: %s."
                            .formatted(IoReason.of(e).why()),
                    e);
        }
    }

    private static ComparedFile compared(String name, Path first, Path second) throws IOException {
        if (!Files.exists(first) || !Files.exists(second)) {
            return new ComparedFile(name, Agreement.NOT_KEPT, "");
        }
        long differ = Files.mismatch(first, second);
        return differ < 0
                ? new ComparedFile(name, Agreement.SAME_BYTES, "")
                : new ComparedFile(
                        name,
                        Agreement.DIFFERENT,
                        name.contains(".json") ? "line " + line(first, differ) : "byte " + (differ + 1));
    }

    /** @return from 1 */
    private static long line(Path file, long offset) throws IOException {
        long line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = new byte[1 << 16];
            long left = offset;
            for (int read = in.read(block); read >= 0 && left > 0; read = in.read(block)) {
                for (int i = 0; i < Math.min(read, left); i++) {
                    line += block[i] == '\n' ? 1 : 0;
                }
                left -= read;
            }
        }
        return line;
    }

    private static double points(TrialResult first, TrialResult second) {
        return Math.max(
                points(first.scores(), second.scores()),
                Math.max(points(first.seen(), second.seen()), points(first.unseen(), second.unseen())));
    }

    private static double points(@Nullable RetrievalScores first, @Nullable RetrievalScores second) {
        if (first == null || second == null) {
            return first == null && second == null ? 0 : Double.POSITIVE_INFINITY;
        }
        double most = 0;
        for (Metric metric : Metric.values()) {
            most = Math.max(most, Math.abs(metric.of(first) - metric.of(second)));
        }
        return most;
    }

    private static Map<String, Difference> environment(Path first, Path second) throws IOException {
        Map<String, String> original = facts(first);
        Map<String, String> reproduction = facts(second);
        Map<String, Difference> differences = new TreeMap<>();
        for (Map<String, String> facts : List.of(original, reproduction)) {
            for (String name : facts.keySet()) {
                Difference values =
                        new Difference(original.getOrDefault(name, "none"), reproduction.getOrDefault(name, "none"));
                if (!values.original().equals(values.reproduction())) {
                    differences.put(name, values);
                }
            }
        }
        return differences;
    }

    private static Map<String, String> facts(Path folder) throws IOException {
        Map<String, String> facts = new TreeMap<>();
        Path file = folder.resolve("environment.json");
        if (Files.exists(file)) {
            for (Map.Entry<String, JsonNode> fact :
                    RunStore.JSON.readTree(file.toFile()).properties()) {
                if (!fact.getValue().isNull() && !ALWAYS_DIFFERENT.contains(fact.getKey())) {
                    facts.put(
                            fact.getKey(),
                            fact.getValue().isContainerNode()
                                    ? fact.getValue().toString()
                                    : fact.getValue().asText());
                }
            }
        }
        Path changes = folder.resolve(WorkingTree.FILE);
        if (Files.exists(changes)) {
            facts.put(WorkingTree.FILE, "SHA-256 " + Sha256.ofFile(changes));
        }
        return facts;
    }
}
