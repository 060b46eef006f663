package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Safetensors;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ScoreCommandTest {
    @TempDir
    Path folder;

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void printsEveryScoreAsOneJsonObject() throws Exception {
        Path queries = file("queries", matrix(DataType.FLOAT64, 2, 1, 0, 0, 1), manager.create(new long[] {7, 99}));
        // No, yes, no, yes, yes: at falling cosines.
        Path gallery =
                file("gallery", matrix(DataType.FLOAT32, 2, 5, 1, 5, 2, 5, 3, 5, 4, 5, 5), manager.create(new long[] {
                    1, 7, 2, 7, 7
                }));

        JsonNode scores = new ObjectMapper().readTree(run(queries, gallery, "json"));

        assertThat(scores.properties().stream().map(Map.Entry::getKey))
                .containsExactly(
                        "queries",
                        "queriesWithoutMatch",
                        "gallery",
                        "rank1",
                        "rank5",
                        "rank10",
                        "map",
                        "mapTrapezoid",
                        "ties");
        assertThat(scores.get("queries").asInt()).isEqualTo(1);
        assertThat(scores.get("queriesWithoutMatch").asInt()).isEqualTo(1);
        assertThat(scores.get("gallery").asInt()).isEqualTo(5);
        assertThat(scores.get("rank1").asDouble()).isZero();
        assertThat(scores.get("rank5").asDouble()).isEqualTo(100);
        assertThat(scores.get("map").asDouble()).isBetween(53.333333, 53.333334);
        assertThat(scores.get("mapTrapezoid").asDouble()).isBetween(40.555555, 40.555556);
        assertThat(scores.get("ties").asInt()).isZero();
    }

    @Test
    void printsATableForPeople() throws Exception {
        Path queries = file("queries", matrix(DataType.FLOAT32, 2, 1, 0), manager.create(new long[] {7}));

        assertThat(run(queries, queries, "text"))
                .contains("rank-1             100.00 %")
                .contains("mAP, trapezoid     100.00 %")
                .contains("ties                    0");
    }

    @Test
    void saysWhichFileAndTensorIsWrong() {
        NDArray labels = manager.create(new long[] {1, 2});
        Path sound = file("sound", matrix(DataType.FLOAT32, 2, 1, 0, 0, 1), labels);

        assertRefused(file("integers", manager.ones(new Shape(2, 2), DataType.INT64), labels), sound)
                .hasMessageContaining("integers.safetensors: tensor embeddings must be float32 or float64, got int64");
        assertRefused(file("flat", manager.ones(new Shape(4)), labels), sound)
                .hasMessageContaining(
                        "flat.safetensors: tensor embeddings must have 2 dimensions, not empty, got the shape [4]");
        assertRefused(sound, file("empty", manager.zeros(new Shape(0, 2)), manager.zeros(new Shape(0), DataType.INT64)))
                .hasMessageContaining("empty.safetensors: tensor embeddings")
                .hasMessageContaining("got the shape [0, 2]");
        assertRefused(file("long", manager.ones(new Shape(3, 2)), labels), sound)
                .hasMessageContaining("long.safetensors: tensor labels")
                .hasMessageContaining("each of the 3 rows of embeddings, got 2");
        assertRefused(file("real", manager.ones(new Shape(2, 2)), manager.ones(new Shape(2))), sound)
                .hasMessageContaining("real.safetensors: tensor labels must be int64, got float32");
        assertRefused(file("nan", matrix(DataType.FLOAT32, 2, 1, 2, 3, Double.NaN), labels), sound)
                .hasMessageContaining("nan.safetensors: tensor embeddings")
                .hasMessageContaining("row 1 must be finite, got NaN in column 1");
        assertRefused(sound, file("wide", manager.ones(new Shape(2, 3)), labels))
                .hasMessageContaining("sound.safetensors: tensor embeddings has rows of 2 numbers")
                .hasMessageContaining("wide.safetensors of 3");
        assertRefused(sound, file("strangers", manager.ones(new Shape(2, 2)), labels.add(10)))
                .hasMessageContaining("strangers.safetensors: none of the 2 queries has an image of its label");
        Path nameless = folder.resolve("nameless.safetensors");
        Safetensors.write(nameless, Map.of("features", manager.ones(new Shape(2, 2))));
        assertRefused(nameless, sound)
                .hasMessageContaining("nameless.safetensors has no tensor named embeddings; it holds features");
        assertRefused(folder.resolve("absent.safetensors"), sound).hasMessageContaining("absent.safetensors");
    }

    private AbstractThrowableAssert<?, ?> assertRefused(Path queries, Path gallery) {
        return assertThatThrownBy(() -> run(queries, gallery, "json"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.DATA));
    }

    private static String run(Path queries, Path gallery, String format) throws Exception {
        ScoreCommand command = new ScoreCommand();
        StringWriter out = new StringWriter();
        new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .parseArgs("--queries", queries.toString(), "--gallery", gallery.toString(), "--format", format);
        assertThat(command.call()).isZero();
        return out.toString();
    }

    private NDArray matrix(DataType type, int columns, double... values) {
        return manager.create(values, new Shape(values.length / columns, columns))
                .toType(type, false);
    }

    private Path file(String name, NDArray embeddings, NDArray labels) {
        Path file = folder.resolve(name + ".safetensors");
        Safetensors.write(file, Map.of("embeddings", embeddings, "labels", labels));
        return file;
    }
}
