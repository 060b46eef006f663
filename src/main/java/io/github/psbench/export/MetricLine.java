package io.github.psbench.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.report.text.Leaves;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a trial's metrics.
 *
 * @param stage such as "training", where a line is a gradient step, or "validation", where it is an epoch
 * @param number of the line within its stage, from 1
 * @param content as it is written
 */
public record MetricLine(String stage, long number, JsonNode content) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Takes the lines, one after the other. */
    @FunctionalInterface
    public interface Taker {
        void take(MetricLine line) throws IOException;
    }

    /**
     * Hands over the lines of a trial, of which there may be none.
     *
     * @throws IOException of the taker
     * @throws io.github.psbench.base.Failure of kind DATA, naming the file, if it is damaged
     */
    public static void of(FinishedTrial trial, Taker taker) throws IOException {
        Path file = trial.stored().folder().resolve("metrics.jsonl");
        Map<String, Long> numbers = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String text = next(lines, file); text != null; text = next(lines, file)) {
                JsonNode content = parsed(text, file);
                String stage = content.path("stage").asText();
                taker.take(new MetricLine(stage, numbers.merge(stage, 1L, Long::sum), content));
            }
        } catch (NoSuchFileException e) {
            if (Files.exists(file)) {
                throw e;
            }
        }
    }

    private static @Nullable String next(BufferedReader lines, Path file) {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw FinishedTrial.damaged(file, e);
        }
    }

    private static JsonNode parsed(String text, Path file) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw FinishedTrial.damaged(file, e);
        }
    }

    /** Its numbers by name, such as "training/losses/alignment". */
    public Map<String, Double> numbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        Leaves.of(content, "/").forEach((name, value) -> {
            if (value.isNumber() && !name.equals("epoch") && !name.equals("step")) {
                numbers.put(stage + "/" + name, value.doubleValue());
            }
        });
        return numbers;
    }
}
