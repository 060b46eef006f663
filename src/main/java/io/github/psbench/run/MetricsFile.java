package io.github.psbench.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.train.TrainingJournal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A stage's {@code metrics.jsonl}: a line a gradient step and, where there is a validation split, a line an epoch. */
record MetricsFile(BufferedWriter writer) implements TrainingJournal, AutoCloseable {
    private static final ObjectMapper LINES = new ObjectMapper();

    /** The scores of the validation split after an epoch, counted from 1. */
    private record Validated(String stage, int epoch, RetrievalScores scores) {}

    static MetricsFile open(Path folder) throws IOException {
        return new MetricsFile(Files.newBufferedWriter(folder.resolve("metrics.jsonl")));
    }

    @Override
    public void record(Step step) {
        write(step);
    }

    void validated(int epoch, RetrievalScores scores) {
        write(new Validated("validation", epoch, scores));
    }

    private void write(Object line) {
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
