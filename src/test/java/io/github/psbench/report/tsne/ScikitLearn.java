package io.github.psbench.report.tsne;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** scikit-learn in a Python of its own below target/, and the files that are exchanged with it. */
record ScikitLearn(Path python, Path folder) {
    static final String VERSION = "1.9.1";

    private static final long MOST_MINUTES = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Installs it, unless it is there. Skips the test where that cannot be had. */
    static ScikitLearn in(Path folder) throws IOException, InterruptedException {
        Path home = Path.of("target", "scikit-learn-" + VERSION).toAbsolutePath();
        Path done = home.resolve("installed");
        Path log = folder.resolve("install.log");
        Path python = home.resolve("bin/python");
        if (!Files.exists(done)) {
            if (run(log, "python3", "-m", "venv", home.toString()) != 0) {
                abort("python3 with its module venv is not on this machine: " + Files.readString(log));
            }
            int installed = run(
                    log,
                    python.toString(),
                    "-m",
                    "pip",
                    "install",
                    "--quiet",
                    "--retries",
                    "1",
                    "scikit-learn==" + VERSION);
            if (installed != 0) {
                abort("PyPI did not give scikit-learn " + VERSION + ": " + Files.readString(log));
            }
            Files.createFile(done);
        }
        try (InputStream script = ScikitLearn.class.getResourceAsStream("scikit.py")) {
            Files.copy(Objects.requireNonNull(script), folder.resolve("scikit.py"));
        }
        return new ScikitLearn(python, folder);
    }

    private static int run(Path log, String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            Files.writeString(log, e.getMessage());
            return -1;
        }
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", command) + " took more than " + MOST_MINUTES + " minutes");
        }
        return process.exitValue();
    }

    private void script(String... arguments) throws IOException, InterruptedException {
        Path log = folder.resolve("script.log");
        String[] command = new String[arguments.length + 2];
        command[0] = python.toString();
        command[1] = folder.resolve("scikit.py").toString();
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        if (run(log, command) != 0) {
            throw new AssertionError(Files.readString(log));
        }
    }

    /** 1,797 pictures of handwritten digits, 8 x 8. */
    double[][] digits() throws IOException, InterruptedException {
        script("digits", folder.toString());
        return read("digits.f64", 64);
    }

    JsonNode measure(List<Map<String, Object>> jobs) throws IOException, InterruptedException {
        JSON.writeValue(folder.resolve("job.json").toFile(), jobs);
        script("measure", folder.toString(), "job.json");
        return JSON.readTree(folder.resolve("job.json.out").toFile());
    }

    void write(String name, double[][] rows) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(Double.BYTES * rows.length * rows[0].length).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] row : rows) {
            for (double value : row) {
                bytes.putDouble(value);
            }
        }
        Files.write(folder.resolve(name), bytes.array());
    }

    double[][] read(String name, int width) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name))).order(ByteOrder.LITTLE_ENDIAN);
        double[][] rows = new double[bytes.capacity() / Double.BYTES / width][width];
        for (double[] row : rows) {
            for (int k = 0; k < width; k++) {
                row[k] = bytes.getDouble();
            }
        }
        return rows;
    }
}
