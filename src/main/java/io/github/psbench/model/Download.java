package io.github.psbench.model;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import io.github.psbench.base.Sha256;
import io.github.psbench.base.WholeFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A file to be fetched whose SHA-256 is known. */
record Download(URI from, String sha256) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OK = 200;

    /**
     * Fetches the file unless it is there already.
     *
     * @throws Failure of kind DATA if it cannot be had or is another file; nothing is kept then
     */
    void to(Path file) {
        try {
            if (Files.exists(file) && Sha256.ofFile(file).equals(sha256)) {
                return;
            }
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.DATA,
                    "%s cannot be read: %s.".formatted(file, IoReason.of(e).why()),
                    e);
        }
        WholeFile.write(file, aside -> {
            fetch(aside, file);
            String found = Sha256.ofFile(aside);
            if (!found.equals(sha256)) {
                throw Failure.data(
                        "%s gave a file with SHA-256 %s, expected %s. Nothing was kept; check the address and the digest.",
                        from, found, sha256);
            }
        });
    }

    private void fetch(Path aside, Path file) {
        // NORMAL follows no redirect from https to http.
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build();
        HttpRequest request = HttpRequest.newBuilder(from).timeout(PATIENCE).build();
        try {
            HttpResponse<Path> response = client.send(
                    request,
                    BodyHandlers.ofFile(aside, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
            if (response.statusCode() != OK) {
                throw unavailable("the server answered with status " + response.statusCode(), file, null);
            }
        } catch (IOException e) {
            throw unavailable(e.toString(), file, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted", file, e);
        }
    }

    private Failure unavailable(String why, Path file, @Nullable Throwable cause) {
        return new Failure(
                ErrorKind.DATA,
                "%s could not be fetched: %s. Try again later, or fetch the file by other means and put it at %s."
                        .formatted(from, why, file),
                cause);
    }
}
