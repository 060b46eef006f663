package io.github.psbench.export.mlflow;

import io.github.psbench.base.Failure;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server is told so that it lets us in. It is never printed. */
public final class Credentials {
    public static final String USERNAME = "MLFLOW_TRACKING_USERNAME";
    public static final String PASSWORD = "MLFLOW_TRACKING_PASSWORD";
    public static final String TOKEN = "MLFLOW_TRACKING_TOKEN";

    private final @Nullable String header;

    private Credentials(@Nullable String header) {
        this.header = header;
    }

    /** From the variables that MLflow's own client reads: name and password if both are set, else the token, else none. */
    public static Credentials of(Map<String, String> environment) {
        String username = environment.getOrDefault(USERNAME, "");
        String password = environment.getOrDefault(PASSWORD, "");
        String token = environment.getOrDefault(TOKEN, "");
        if (!username.isEmpty() && !password.isEmpty()) {
            byte[] both = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            return new Credentials("Basic " + Base64.getEncoder().encodeToString(both));
        }
        return new Credentials(token.isEmpty() ? null : "Bearer " + sendable(token.strip()));
    }

    /** Java's own complaint would show the token. */
    private static String sendable(String token) {
        if (!token.chars().allMatch(letter -> letter > ' ' && letter < 0x7f)) {
            throw Failure.usage(
                    "%s holds a space, a line break or a character that is not ASCII, which no token has. Set it anew.",
                    TOKEN);
        }
        return token;
    }

    boolean given() {
        return header != null;
    }

    void addTo(HttpRequest.Builder request) {
        if (header != null) {
            request.header("Authorization", header);
        }
    }
}
