package io.github.psbench.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process that does the work of a benchmark when it is told to, and sleeps in between; {@link Turns} says what is spoken. */
final class Contestant implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> command;
    private final Path complaints;
    private final Process process;
    private final BufferedReader answers;
    private final Writer turns;
    private final String version;
    private final List<Double> seconds = new ArrayList<>();
    private long peakBytes;

    /**
     * Starts it, and waits until it has warmed up.
     *
     * @throws Failure of kind RESOURCES, with what it said on standard error, if it cannot be started or ends
     */
    Contestant(List<String> command, Map<String, String> environment) {
        this.command = List.copyOf(command);
        try {
            complaints = Files.createTempFile("psbench-bench-", ".log");
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(complaints.toFile());
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw Failure.resources(
                    "%s cannot be started: %s", command.get(0), IoReason.of(e).why());
        }
        answers = process.inputReader();
        turns = process.outputWriter();
        version = answer().path("version").asText();
    }

    /** Has it do its work once. */
    void takeTurn() {
        try {
            turns.write("\n");
            turns.flush();
        } catch (IOException e) {
            throw ended();
        }
        JsonNode answer = answer();
        seconds.add(answer.path("seconds").asDouble());
        peakBytes = Math.max(peakBytes, answer.path("peak_bytes").asLong());
    }

    Samples samples() {
        return new Samples(version, seconds, peakBytes);
    }

    private JsonNode answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw ended();
            }
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new Failure(
                    ErrorKind.RESOURCES,
                    "%s said what is no JSON: %s".formatted(String.join(" ", command), e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw ended();
        }
    }

    private Failure ended() {
        process.destroyForcibly();
        return Failure.resources("%s has ended. It said:%n%s", String.join(" ", command), lastComplaints());
    }

    private String lastComplaints() {
        try {
            List<String> lines = Files.readAllLines(complaints);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return "(what it said cannot be read: " + IoReason.of(e).why() + ")";
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            Files.deleteIfExists(complaints);
        } catch (IOException e) {
            // It is one of the system's temporary files.
        }
    }
}
