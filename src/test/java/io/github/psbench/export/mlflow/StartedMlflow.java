package io.github.psbench.export.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** MLflow's own server, with a database and files of its own. */
final class StartedMlflow implements AutoCloseable {
    static final String VERSION = "3.17.2";

    private static final Duration TO_INSTALL = Duration.ofMinutes(30);
    private static final Duration TO_START = Duration.ofMinutes(5);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final String address;

    private StartedMlflow(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Installs MLflow below target/, unless it is there, and starts it. Skips the test where that cannot be had. */
    static StartedMlflow in(Path folder) throws IOException, InterruptedException {
        Path python = Path.of("target", "mlflow-" + VERSION).toAbsolutePath();
        if (!Files.exists(python.resolve("bin/mlflow"))) {
            install(python, folder.resolve("install.log"));
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path log = folder.resolve("server.log");
        ProcessBuilder command = new ProcessBuilder(
                        python.resolve("bin/mlflow").toString(),
                        "server",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        String.valueOf(port),
                        "--workers",
                        "1",
                        "--backend-store-uri",
                        "sqlite:///" + folder.resolve("mlflow.db"),
                        "--artifacts-destination",
                        folder.resolve("artifacts").toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().putAll(Map.of("MLFLOW_DISABLE_TELEMETRY", "true", "DO_NOT_TRACK", "true"));
        StartedMlflow started = new StartedMlflow(command.start(), "http://127.0.0.1:" + port);
        long deadline = System.nanoTime() + TO_START.toNanos();
        while (!started.isHealthy()) {
            if (!started.process.isAlive() || System.nanoTime() > deadline) {
                started.close();
                throw new AssertionError("mlflow server did not start: " + Files.readString(log));
            }
            Thread.sleep(200);
        }
        return started;
    }

    private static void install(Path python, Path log) throws IOException, InterruptedException {
        run(log, "python3 with its module venv is not on this machine", "python3", "-m", "venv", python.toString());
        run(
                log,
                "PyPI did not give mlflow " + VERSION,
                python.resolve("bin/pip").toString(),
                "install",
                "--quiet",
                "--no-compile",
                "--retries",
                "1",
                "mlflow==" + VERSION);
    }

    private static void run(Path log, String otherwise, String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            abort(otherwise + ": " + e.getMessage());
            return;
        }
        if (!process.waitFor(TO_INSTALL.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            abort(otherwise + " within " + TO_INSTALL.toMinutes() + " minutes");
        }
        if (process.exitValue() != 0) {
            abort(otherwise + ": " + Files.readString(log));
        }
    }

    private boolean isHealthy() throws InterruptedException {
        try {
            return send(HttpRequest.newBuilder(URI.create(address + "/health"))).statusCode() == 200;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofMinutes(1)).build(), HttpResponse.BodyHandlers.ofString());
    }

    String address() {
        return address;
    }

    /** What the server says of itself. */
    String version() throws IOException, InterruptedException {
        return text("/version");
    }

    String text(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address + path)));
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(text("/api/2.0/mlflow/" + path));
    }

    /** All runs of an experiment, by name. */
    List<JsonNode> runs(String experiment) throws IOException, InterruptedException {
        String id = get("experiments/get-by-name?experiment_name=" + experiment)
                .at("/experiment/experiment_id")
                .asText();
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address + "/api/2.0/mlflow/runs/search"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"experiment_ids\": [\"" + id
                        + "\"], \"max_results\": 1000, \"order_by\": [\"attributes.run_name\"]}")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<JsonNode> runs = new ArrayList<>();
        new ObjectMapper().readTree(answer.body()).path("runs").forEach(runs::add);
        return runs;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
