package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.Folders;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A trial to search with: an epoch on SynthPed, trained when it is first asked for, once for all tests. */
final class SearchTrial {
    private static final String EXPERIMENT = """
            title: A model to search with
            seeds: [0]
            defaults:
              protocol: paper
              input: {height: 32, width: 16}
              backbone: {name: resnet-slim, weights: none}
              embedding: {dimension: 32, hidden: [64]}
              pretraining: none
              loss: {alignment: {scale: 12, margin: 0.2}, asmr: {lambda: 6}}
              training: {epochs: 1, batch: 64, frozen-batch-norm: false, learning-rates: {image: 0.05}}
            datasets:
              synthped: {}
            rows:
              Ours: {}
            """;

    private static @Nullable Path trained;

    private SearchTrial() {}

    /** What a command printed and returned. */
    record Said(int code, String out, String err) {}

    /** Its results folder, which no test changes. */
    static synchronized Path results() throws IOException {
        Path folder = trained;
        if (folder == null) {
            folder = Files.createTempDirectory("psbench-search-trial");
            Path made = folder;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
            Path file = Files.writeString(folder.resolve("first.yaml"), EXPERIMENT);
            Said said = psbench("run", file.toString(), "--results", folder.toString());
            assertThat(said.code()).as(said.err()).isZero();
            trained = folder;
        }
        return folder;
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The trial's own folder, in its results folder or in a copy of that. */
    static Path run(Path results) throws IOException {
        try (Stream<Path> runs = Files.list(results.resolve("runs"))) {
            return runs.findFirst().orElseThrow();
        }
    }

    /** A copy to be changed. */
    static Path copy(Path results) throws IOException {
        Path from = run(results());
        Path to = Files.createDirectories(results.resolve("runs").resolve(from.getFileName()));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    static String id() throws IOException {
        return run(results()).getFileName().toString().substring(0, 12);
    }

    /** Searches with the trial in a results folder. */
    static Said search(Path results, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("search", "--trial", id(), "--results", results.toString()));
        arguments.addAll(List.of(options));
        return psbench(arguments.toArray(String[]::new));
    }

    /** What a search says in JSON, with all that it writes in a folder {@code out} of {@code folder}. */
    static JsonNode json(Path results, Path folder, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("--format", "json", "--out", folder.resolve("out").toString()));
        arguments.addAll(List.of(options));
        Said said = search(results, arguments.toArray(String[]::new));
        assertThat(said.code()).as(said.err()).isZero();
        return new ObjectMapper().readTree(said.out());
    }

    static Said psbench(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Psbench.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Said(code, out.toString(), err.toString());
    }
}
