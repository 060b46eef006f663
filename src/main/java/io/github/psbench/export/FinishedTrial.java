package io.github.psbench.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.report.text.Leaves;
import io.github.psbench.run.StoredTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A finished trial, with what its files tell.
 *
 * @param content of its identity: settings, seed, digests
 * @param scores in percent, with counts; those over a part of the queries are below its name
 * @param times seconds of each stage
 * @param environment where it ran; missing if that was not kept
 */
public record FinishedTrial(
        StoredTrial stored, JsonNode content, JsonNode scores, JsonNode times, JsonNode environment) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DONE = " done";

    /** @throws Failure of kind DATA, naming the file, if one is damaged */
    public static FinishedTrial read(StoredTrial stored) {
        Path folder = stored.folder();
        Path environment = folder.resolve("environment.json");
        return new FinishedTrial(
                stored,
                object(folder.resolve("trial.json")),
                object(folder.resolve("scores.json")),
                object(folder.resolve("times.json")),
                Files.exists(environment) ? object(environment) : MissingNode.getInstance());
    }

    private static JsonNode object(Path file) {
        try {
            JsonNode read = JSON.readTree(Files.readString(file));
            if (read.isObject()) {
                return read;
            }
            throw damaged(file, null);
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    static Failure damaged(Path file, @Nullable Exception cause) {
        return new Failure(
                ErrorKind.DATA,
                "%s is missing or damaged: it is not the JSON that psbench wrote there. Remove the trial with `psbench runs rm %.12s`; the next run"
                                .formatted(
                                        file,
                                        Objects.requireNonNull(
                                                        file.toAbsolutePath().getParent())
                                                .getFileName())
                        + " makes it anew.",
                cause);
    }

    /** The settings, and what else its numbers depend on, by their dotted keys: {@code loss.asmr.lambda}. */
    public Map<String, JsonNode> settings() {
        Map<String, JsonNode> settings = Leaves.of(content.path("recipe"), ".");
        for (String key : List.of("dataset", "dataDigest", "seed", "trainingRevision")) {
            if (content.has(key)) {
                settings.put(key, content.path(key));
            }
        }
        return settings;
    }

    /** When its run came to its end, by its log; by the time of its scores, if the log does not say. */
    public Instant finished() {
        try {
            Path log = stored.folder().resolve("log.txt");
            if (Files.exists(log)) {
                List<String> ends = Files.readAllLines(log).stream()
                        .filter(line -> line.endsWith(DONE))
                        .toList();
                if (!ends.isEmpty()) {
                    String last = ends.get(ends.size() - 1);
                    return Instant.parse(last.substring(0, last.length() - DONE.length()));
                }
            }
        } catch (IOException | DateTimeParseException e) {
            // A process may have printed anything into the log.
        }
        return Objects.requireNonNull(stored.finished());
    }
}
