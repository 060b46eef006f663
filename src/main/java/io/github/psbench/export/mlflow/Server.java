package io.github.psbench.export.mlflow;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An MLflow server's REST interface. */
public final class Server {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/api/2.0/";
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);
    private static final Duration TO_TAKE_A_FILE = Duration.ofMinutes(30);
    private static final int MOST_WORDS = 300;

    private final String root;
    private final Credentials credentials;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();

    /**
     * A server that has not been asked anything yet.
     *
     * @param root such as http://localhost:5000
     * @throws Failure of kind USAGE if that is no address of a server
     */
    public Server(String root, Credentials credentials) {
        this.root = checked(root).replaceAll("/+$", "");
        this.credentials = credentials;
    }

    private static String checked(String root) {
        URI address;
        try {
            address = new URI(root);
        } catch (URISyntaxException e) {
            throw noAddress(root);
        }
        String scheme = String.valueOf(address.getScheme());
        if (address.getRawUserInfo() != null) {
            throw Failure.usage(
                    "--uri must not hold a name or password, for it is printed. Set %s and %s, or %s, instead.",
                    Credentials.USERNAME, Credentials.PASSWORD, Credentials.TOKEN);
        }
        if (!(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
                || address.getHost() == null
                || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            throw noAddress(root);
        }
        return root;
    }

    private static Failure noAddress(String root) {
        return Failure.usage(
                "--uri must be the address of an MLflow server, such as http://localhost:5000, got '%s'. Runs that MLflow keeps in a folder"
                        + " or a database are reached through `mlflow server`.",
                root);
    }

    /** @return empty if what is asked for does not exist */
    Optional<JsonNode> get(String path, Map<String, String> query) throws NoAnswer {
        String text = query.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
        HttpResponse<String> response =
                answer(request(API + path + text, TO_ANSWER).GET());
        boolean absent = response.statusCode() == 404
                && parsed(response.body()).path("error_code").asText().equals("RESOURCE_DOES_NOT_EXIST");
        return absent ? Optional.empty() : Optional.of(content(path, response));
    }

    JsonNode post(String path, JsonNode body) throws NoAnswer {
        HttpRequest.Builder request = request(API + path, TO_ANSWER)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        return content(path, answer(request));
    }

    /** @param path with every part encoded as a URI wants it */
    void put(String path, Path file) throws NoAnswer {
        try {
            HttpRequest.Builder request = request(API + path, TO_TAKE_A_FILE)
                    .header("Content-Type", "application/octet-stream")
                    .PUT(BodyPublishers.ofFile(file));
            HttpResponse<String> response = answer(request);
            if (response.statusCode() / 100 != 2) {
                throw refused("mlflow-artifacts", response);
            }
        } catch (FileNotFoundException e) {
            throw new Failure(
                    ErrorKind.DATA,
                    "%s cannot be read any more. The same command goes on once it is back.".formatted(file),
                    e);
        }
    }

    private HttpRequest.Builder request(String path, Duration patience) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path)).timeout(patience);
        credentials.addTo(request);
        return request;
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws NoAnswer {
        HttpResponse<String> response;
        try {
            response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (HttpTimeoutException e) {
            throw new NoAnswer("it did not answer in time");
        } catch (ConnectException e) {
            throw new NoAnswer("nothing could be connected to there");
        } catch (IOException e) {
            throw new NoAnswer("the connection broke: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while it waited for the server");
        }
        int status = response.statusCode();
        if (status >= 500 || status == 429) {
            throw new NoAnswer("it answered with status " + status + said(response.body()));
        }
        return response;
    }

    private JsonNode content(String path, HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw refused(path, response);
        }
        JsonNode content = parsed(response.body());
        if (!content.isObject()) {
            throw Failure.usage(
                    "%s answered %s with something that is not JSON, so it is not an MLflow server, or this is not its root. --uri takes"
                            + " the address at which MLflow's own pages begin.",
                    root, path);
        }
        return content;
    }

    private Failure refused(String path, HttpResponse<String> response) {
        int status = response.statusCode();
        String said = said(response.body());
        if (status == 401 || status == 403) {
            return Failure.usage(
                    "%s refused access to %s with status %d%s. %s",
                    root,
                    path,
                    status,
                    said,
                    credentials.given()
                            ? "Check the name and password, or the token, that its environment variables hold, and what they may do."
                            : "Set %s, or %s and %s."
                                    .formatted(Credentials.TOKEN, Credentials.USERNAME, Credentials.PASSWORD));
        }
        if (status / 100 == 3) {
            return Failure.usage(
                    "%s sends one elsewhere (status %d, %s). Give the address that it ends at with --uri.",
                    root, status, response.headers().firstValue("Location").orElse("no address"));
        }
        if (parsed(response.body()).path("error_code").isMissingNode()) {
            return Failure.usage(
                    "%s answered %s with status %d%s. Check that an MLflow server is there, and that --uri is the address at which its own"
                            + " pages begin.",
                    root, path, status, said);
        }
        return Failure.data("%s refused %s with status %d%s.", root, path, status, said);
    }

    /** What a server says for people, in brief. */
    private static String said(String body) {
        JsonNode message = parsed(body).path("message");
        String text = (message.isTextual() ? message.asText() : body.startsWith("<") ? "" : body)
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("\\.$", "");
        if (text.isEmpty()) {
            return "";
        }
        return ": " + (text.length() <= MOST_WORDS ? text : text.substring(0, MOST_WORDS) + " ...");
    }

    private static JsonNode parsed(@Nullable String body) {
        try {
            return body == null || body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** Its address. */
    @Override
    public String toString() {
        return root;
    }
}
