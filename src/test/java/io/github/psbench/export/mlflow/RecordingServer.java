package io.github.psbench.export.mlflow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives prescribed answers, and keeps what it was asked. */
final class RecordingServer implements AutoCloseable {
    /** An answer to one request. */
    private record Answer(int status, String body) {}

    /** What was asked; no credentials: empty. */
    record Asked(String path, String credentials) {}

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();

    RecordingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** One answer to a path; the last one is given again and again. */
    RecordingServer answer(String path, int status, String body) {
        answers.computeIfAbsent("/api/2.0/mlflow/" + path, unseen -> new ArrayDeque<>())
                .add(new Answer(status, body));
        return this;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String credentials = exchange.getRequestHeaders().getFirst("Authorization");
        asked.add(new Asked(path.replace("/api/2.0/mlflow/", ""), credentials == null ? "" : credentials));
        exchange.getRequestBody().readAllBytes();
        Deque<Answer> left = answers.getOrDefault(path, new ArrayDeque<>(List.of(new Answer(404, "<html>not here"))));
        Answer answer = left.size() > 1 ? left.removeFirst() : left.getFirst();
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", "https://elsewhere.example.org/");
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
