package io.github.psbench.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A process that does the work of a benchmark when it is told to, and sleeps in between; {@link Turns} says what is spoken. */
final class Contestant implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 20;
    private static final int LAST_LINES = 20;

    private final String command;
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
     * @param environment what it gets besides that of this process
     * @throws Failure of kind RESOURCES if it cannot be started, says anything else than it should, or ends; then with what it said on
     *     standard error
     */
    Contestant(List<String> command, Map<String, String> environment) {
        this.command = String.join(" ", command);
        try {
            complaints = Files.createTempFile("psbench-bench-", ".log");
        } catch (IOException e) {
            throw Failure.resources(
                    "a temporary file cannot be written: %s", IoReason.of(e).why());
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(complaints.toFile());
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            forgetComplaints();
            throw Failure.resources(
                    "%s cannot be started: %s", command.get(0), IoReason.of(e).why());
        }
        answers = process.inputReader();
        turns = process.outputWriter();
        try {
            version = answer("version", JsonNode::isTextual).asText();
        } catch (Failure e) {
            close();
            throw e;
        }
    }

    /** Has it do its work once. */
    void takeTurn() {
        try {
            turns.write("\n");
            turns.flush();
        } catch (IOException e) {
            throw ended();
        }
        JsonNode seconds = answer("seconds", JsonNode::isNumber);
        this.seconds.add(seconds.asDouble());
    }

    Samples samples() {
        return new Samples(version, seconds, peakBytes);
    }

    /** What its next line has under a key. */
    private JsonNode answer(String key, Predicate<JsonNode> form) {
        String line = line();
        try {
            JsonNode answer = JSON.readTree(line);
            if (form.test(answer.path(key))) {
                peakBytes = Math.max(peakBytes, answer.path("peak_bytes").asLong());
                return answer.path(key);
            }
        } catch (JsonProcessingException e) {
            // It is said below, as it is of JSON without the key.
        }
        process.destroyForcibly();
        throw Failure.resources("%s said '%s', and not {\"%s\": ...} in JSON.", command, line, key);
    }

    private String line() {
        try {
            String line = answers.readLine();
            if (line != null) {
                return line;
            }
        } catch (IOException e) {
            // It has ended.
        }
        throw ended();
    }

    private Failure ended() {
        awaitEnd(); // it goes on writing why until it has
        String said = lastComplaints();
        return Failure.resources(
                "%s has ended with exit code %d. %s",
                command, process.exitValue(), said.isBlank() ? "It did not say why." : "It said:\n" + said);
    }

    private String lastComplaints() {
        try {
            List<String> lines = Files.readAllLines(complaints);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(what it said cannot be read: " + IoReason.of(e).why() + ")";
        }
    }

    /** Waits for its end, then forces it. */
    private void awaitEnd() {
        process.onExit()
                .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly().onExit().join();
    }

    /** There are no more turns, so that it ends. To end it by force while an engine computes would crash it. */
    @Override
    public void close() {
        try {
            turns.close();
        } catch (IOException e) {
            // It has ended.
        }
        awaitEnd();
        forgetComplaints();
    }

    private void forgetComplaints() {
        try {
            Files.deleteIfExists(complaints);
        } catch (IOException e) {
            // It is one of the system's temporary files.
        }
    }
}
