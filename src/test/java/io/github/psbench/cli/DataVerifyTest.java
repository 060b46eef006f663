package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.data.SmallMarket;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataVerifyTest {
    @TempDir
    private Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        folder = root.resolve("Market-1501");
        new SmallMarket(folder).write();
    }

    @Test
    void aSoundDataSetEndsWithNothing() {
        assertThat(psbench("data", "verify", "market1501")).isZero();
        assertThat(out.toString())
                .startsWith("market1501\n")
                .contains(
                        "train    4 images of 2 categories",
                        "gallery  4 images of 2 categories, 1 of them unseen",
                        "decoded  11 pictures in",
                        "digest   ",
                        "faults   0");
    }

    @Test
    void everyFaultIsForPeopleAndForPrograms() throws IOException {
        Path empty = folder.resolve("query/0001_c1s1_001051_00.jpg");
        Files.write(empty, new byte[0]);
        Files.writeString(folder.resolve("query/notes.txt"), "mine");
        assertThat(psbench("data", "verify", "market1501", "--show", "1")).isEqualTo(3);
        assertThat(out.toString())
                .contains("faults   2", "misnamed: " + folder.resolve("query/notes.txt"), "and 1 more; --format json")
                .doesNotContain("digest");
        out.getBuffer().setLength(0);
        assertThat(psbench("data", "verify", "market1501", "--format", "json")).isEqualTo(3);
        JsonNode faults = new ObjectMapper().readTree(out.toString()).get("faults");
        assertThat(faults).hasSize(2);
        assertThat(faults.get(1).get("kind").asText()).isEqualTo("damaged");
        assertThat(faults.get(1).get("file").asText()).isEqualTo(empty.toString());
        assertThat(faults.get(1).get("what").asText()).contains("the file is empty");
    }

    @Test
    void listTellsWhatIsWhere() throws IOException {
        assertThat(psbench("data", "list")).isZero();
        assertThat(out.toString())
                .contains(
                        "data root " + root,
                        "market1501  found",
                        "images      " + folder,
                        "synthped    drawn by psbench")
                .containsPattern("peta +not found\n +missing +peta is not complete below");
        out.getBuffer().setLength(0);
        psbench("data", "list", "--format", "json");
        JsonNode listed = new ObjectMapper().readTree(out.toString()).get("datasets");
        assertThat(listed).anySatisfy(dataset -> {
            assertThat(dataset.get("name").asText()).isEqualTo("market1501");
            assertThat(dataset.get("complete").asBoolean()).isTrue();
            assertThat(dataset.get("images").asText()).isEqualTo(folder.toString());
        });
    }

    @Test
    void countsStandBesideThePublishedOnes() throws IOException {
        Path results = root.resolve("results");
        String paper = "experiments/papers/asmr-iccv2021.yaml";
        assertThat(psbench("data", "counts", paper, "--results", results.toString()))
                .isZero();
        assertThat(out.toString())
                .containsPattern("train categories +508 +2 +not reproduced")
                .containsPattern("train categories +1,890 +– +not read")
                .containsPattern("train categories +– +150 +not published")
                .contains("pa100k: not read. pa100k is not complete below " + root);
        assertThat(results.resolve("tables/table1.csv"))
                .content()
                .contains("market1501,train images,12936,4,not reproduced\n", "peta,test images,1181,,not read\n");
        assertThat(results.resolve("tables/table1.md"))
                .content()
                .contains("|  | unseen categories | 315 | 1 | not reproduced |");
        JsonNode table = new ObjectMapper()
                .readTree(results.resolve("tables/table1.json").toFile());
        assertThat(table.at("/datasets/1/name").asText()).isEqualTo("market1501");
        assertThat(table.at("/datasets/1/counts/test images/measured").asInt()).isEqualTo(4);
    }

    @Test
    void countsOfNothingReplaceNoTable() throws IOException {
        Files.move(folder, root.resolve("elsewhere"));
        Path results = root.resolve("results");
        assertThat(psbench("data", "counts", "experiments/papers/asmr-iccv2021.yaml", "--results", results.toString()))
                .isZero();
        assertThat(out.toString()).contains("None of the paper's data sets was read, so no file was written.");
        assertThat(results).doesNotExist();
    }

    @Test
    void aDataRootThatIsNotThereIsNoticed() {
        Psbench.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "data",
                "list",
                "--data",
                root.resolve("none").toString());
        assertThat(out.toString()).contains("none (there is no such folder)", "psbench data get NAME");
    }

    private int psbench(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", root.toString()));
        return Psbench.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }
}
