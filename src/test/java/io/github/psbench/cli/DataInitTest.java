package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data set of one's own, from the example to a table. */
class DataInitTest {
    @TempDir
    private Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theExampleIsTrainedOnAsItsHintsSay() throws IOException {
        Path people = root.resolve("my people");
        assertThat(psbench("data", "init", people.toString())).isZero();
        String hints = out.toString();
        assertThat(hints).contains("psbench data describe csv-folder --data '" + people + "'");
        String dataset =
                hints.lines().dropWhile(line -> !line.equals("  mine:")).collect(Collectors.joining("\n"));
        assertThat(dataset).contains("data: {name: csv-folder, path: '" + people + "'}");
        Path experiment = root.resolve("mine.yaml");
        Files.writeString(experiment, """
                title: My people
                seeds: [0]
                defaults:
                  protocol: paper
                  input: {height: 32, width: 16}
                  backbone: {name: resnet-slim, weights: none}
                  embedding: {dimension: 16, hidden: [16]}
                  pretraining: {epochs: 1}
                  training: {epochs: 1, frozen-batch-norm: false}
                datasets:
                %s
                rows:
                  Ours: {}
                """.formatted(dataset));
        Path results = root.resolve("results");
        assertThat(psbench("run", experiment.toString(), "--results", results.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .containsPattern("3 queries \\([^)]*\\), 4 gallery images")
                .contains("Trials: 1 done");
    }

    @Test
    void anExportOfAnExportIsTheSameDataSet() throws IOException {
        assertThat(psbench("data", "init", root.resolve("first").toString())).isZero();
        assertThat(psbench(
                        "data",
                        "export",
                        "csv-folder",
                        root.resolve("second").toString(),
                        "--data",
                        root.resolve("first").toString()))
                .isZero();
        assertThat(files("second")).isEqualTo(files("first")).hasSize(14);
        for (String file : files("first")) {
            if (!file.equals("schema.yaml")) { // its comments are others
                assertThat(root.resolve("second").resolve(file)).hasSameBinaryContentAs(root.resolve("first/" + file));
            }
        }
        out.getBuffer().setLength(0);
        assertThat(psbench(
                        "data",
                        "describe",
                        "csv-folder",
                        "--data",
                        root.resolve("second").toString()))
                .isZero();
        assertThat(out.toString()).contains("3 groups", "upper colour      black, blue, gray");
    }

    @Test
    void mistakesEndWithTheCodeOfTheirKind() throws IOException {
        Path people = root.resolve("people");
        assertThat(psbench("data", "init", people.toString())).isZero();
        assertThat(psbench("data", "init", people.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(people + " is there already and not empty");
        Files.writeString(people.resolve("images.csv"), "path,split,gender,upper colour,wears\na.png,train,mal,red,\n");
        assertThat(psbench("data", "describe", "csv-folder", "--data", people.toString()))
                .isEqualTo(3);
        assertThat(err.toString())
                .contains(
                        people + "/images.csv:2:1: column 'gender': unknown value 'mal'; did you mean 'male'?",
                        people + "/images.csv:2:1: column 'path': " + people + "/a.png is not there");
        assertThat(psbench("data", "export", "synthpd", people.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean 'synthped'?");
    }

    private List<String> files(String folder) throws IOException {
        Path top = root.resolve(folder);
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> top.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private int psbench(String... arguments) {
        return Psbench.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
