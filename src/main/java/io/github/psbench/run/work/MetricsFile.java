package io.github.psbench.run.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.eval.RetrievalScores;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A stage's {@code metrics.jsonl}: a line a gradient step and, where there is a validation split, a line an epoch. */
record MetricsFile(BufferedWriter writer) implements AutoCloseable {
    private static final ObjectMapper LINES = new ObjectMapper();

    /** The scores of the validation split after an epoch, counted from 1. */
    private record Validated(String stage, int epoch, RetrievalScores scores) {}

    static MetricsFile append(Path file) throws IOException {
        return new MetricsFile(Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    void validated(int epoch, RetrievalScores scores) {
        write(new Validated("validation", epoch, scores));
    }

    void write(Object line) {
        try {
            writer.write(LINES.writeValueAsString(line));
            writer.newLine();
            writer.flush(); // someone may be watching
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
