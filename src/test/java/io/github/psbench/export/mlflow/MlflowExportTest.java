package io.github.psbench.export.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.export.WrittenTrials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an export meets a server in trouble. {@link MlflowServerTest} has it meet the real one. */
class MlflowExportTest {
    private static final String EXPERIMENT =
            "{\"experiment\": {\"experiment_id\": \"7\", \"lifecycle_stage\": \"active\"}}";
    private static final String FINISHED = "{\"runs\": [{\"info\": {\"run_id\": \"r\", \"status\": \"FINISHED\"}}]}";

    @TempDir
    private Path results;

    private WrittenTrials trials;

    @BeforeEach
    void oneTrial() throws IOException {
        trials = new WrittenTrials(results);
        trials.write('a', "Ours", 0, 50, 2);
    }

    @Test
    void aRequestThatGoesUnansweredIsMadeGoodByAnother() throws IOException {
        try (RecordingServer server = new RecordingServer()
                .answer("experiments/get-by-name", 200, EXPERIMENT)
                .answer("runs/search", 503, "")
                .answer("runs/search", 429, "{\"message\": \"slowly\"}")
                .answer("runs/search", 200, FINISHED)) {
            assertThat(send(server, Map.of()).present()).isEqualTo(1);
            assertThat(server.asked()).hasSize(4);
        }
    }

    @Test
    void aServerInTroubleIsLeftAloneAfterFiveTries() throws IOException {
        try (RecordingServer server = new RecordingServer()
                .answer("experiments/get-by-name", 200, EXPERIMENT)
                .answer("runs/search", 500, "{\"message\": \"the database is locked\"}")) {
            Failure failure = failure(server, Map.of());
            assertThat(failure.kind()).isEqualTo(ErrorKind.RESOURCES);
            assertThat(failure)
                    .hasMessageContaining("500: the database is locked")
                    .hasMessageContaining("goes on");
            assertThat(server.asked()).hasSize(6);
        }
    }

    @Test
    void anAnswerThatIsLostAfterTheRunWasMadeMakesNoSecondRun() throws IOException {
        try (RecordingServer server = new RecordingServer()
                .answer("experiments/get-by-name", 200, EXPERIMENT)
                .answer("runs/search", 200, "{}")
                .answer("runs/search", 200, FINISHED)
                .answer("runs/create", 502, "")) {
            assertThat(send(server, Map.of()).sent()).isEqualTo(1);
            assertThat(server.asked().stream().filter(asked -> asked.path().equals("runs/create")))
                    .hasSize(1);
        }
    }

    @Test
    void aServerThatIsNotThereIsSaidToBe() throws IOException {
        String address;
        try (RecordingServer server = new RecordingServer()) {
            address = server.address();
        }
        assertThatThrownBy(() -> new MlflowExport(new Server(address, Credentials.of(Map.of())), false, Duration.ZERO)
                        .send("x", trials.all(), Progress.SILENT))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(address)
                .hasMessageContaining("nothing could be connected to there");
    }

    @Test
    void whoeverIsNotLetInHearsWhichVariablesToSetAndNoSecret() throws IOException {
        try (RecordingServer server = new RecordingServer().answer("experiments/get-by-name", 401, "Who are you?")) {
            Failure without = failure(server, Map.of());
            assertThat(without.kind()).isEqualTo(ErrorKind.USAGE);
            assertThat(without)
                    .hasMessageContaining("401: Who are you?.")
                    .hasMessageContaining("MLFLOW_TRACKING_TOKEN");
            Failure with = failure(server, Map.of("MLFLOW_TRACKING_TOKEN", "s3cret"));
            assertThat(with).hasMessageContaining("Check the name and password, or the token");
            assertThat(with.getMessage()).doesNotContain("s3cret");
            assertThat(server.asked())
                    .extracting(RecordingServer.Asked::credentials)
                    .containsExactly("", "Bearer s3cret");
        }
    }

    @Test
    void aNameWithItsPasswordGoesBeforeAToken() throws IOException {
        try (RecordingServer server = new RecordingServer().answer("experiments/get-by-name", 403, "")) {
            failure(
                    server,
                    Map.of(
                            "MLFLOW_TRACKING_USERNAME", "me",
                            "MLFLOW_TRACKING_PASSWORD", "pä:ss",
                            "MLFLOW_TRACKING_TOKEN", "other"));
            String encoded = server.asked().get(0).credentials().substring("Basic ".length());
            assertThat(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8))
                    .isEqualTo("me:pä:ss");
        }
    }

    @Test
    void aTokenThatCannotBeSentIsNotPrinted() {
        assertThatThrownBy(() -> Credentials.of(Map.of("MLFLOW_TRACKING_TOKEN", "sec\nret")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("MLFLOW_TRACKING_TOKEN")
                .hasMessageNotContaining("sec\n");
    }

    @Test
    void aServerOfSomethingElseIsSaidToBe() throws IOException {
        try (RecordingServer server = new RecordingServer()) {
            assertThat(failure(server, Map.of())).hasMessageContaining("404").hasMessageContaining("--uri");
            server.answer("experiments/get-by-name", 200, "<html>welcome");
            assertThat(failure(server, Map.of())).hasMessageContaining("not an MLflow server");
        }
    }

    @Test
    void aServerThatSendsOneElsewhereIsNotFollowed() throws IOException {
        try (RecordingServer server = new RecordingServer().answer("experiments/get-by-name", 302, "")) {
            assertThat(failure(server, Map.of("MLFLOW_TRACKING_TOKEN", "s3cret")))
                    .hasMessageContaining("https://elsewhere.example.org/");
        }
    }

    @Test
    void aDeletedExperimentIsLeftAlone() throws IOException {
        try (RecordingServer server =
                new RecordingServer().answer("experiments/get-by-name", 200, EXPERIMENT.replace("active", "deleted"))) {
            assertThat(failure(server, Map.of())).hasMessageContaining("'x'").hasMessageContaining("is deleted");
        }
    }

    @Test
    void aServerThatKeepsFilesElsewhereGetsNoneAndThatIsSaid() throws IOException {
        String run = "{\"run\": {\"info\": {\"run_id\": \"r\", \"artifact_uri\": \"s3://bucket/7/r/artifacts\"}}}";
        try (RecordingServer server = new RecordingServer()
                .answer("experiments/get-by-name", 200, EXPERIMENT)
                .answer("runs/search", 200, "{}")
                .answer("runs/create", 200, run)
                .answer("runs/log-batch", 200, "{}")
                .answer("runs/update", 200, "{}")) {
            assertThat(send(server, Map.of()).unproxied()).containsExactly("s3:");
            assertThat(server.asked().get(server.asked().size() - 1).path()).isEqualTo("runs/update");
        }
    }

    private MlflowExport.Outcome send(RecordingServer server, Map<String, String> environment) {
        return new MlflowExport(
                        new Server(server.address() + "/", Credentials.of(environment)), false, Duration.ofMillis(1))
                .send("x", trials.all(), Progress.SILENT);
    }

    private Failure failure(RecordingServer server, Map<String, String> environment) {
        return catchThrowableOfType(Failure.class, () -> send(server, environment));
    }
}
