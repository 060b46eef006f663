package io.github.psbench.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Safetensors;
import io.github.psbench.loss.AlignmentLoss;
import io.github.psbench.settings.SettingsJson;
import io.github.psbench.settings.SettingsReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class LossCommandTest {
    private static final double ALIGNMENT = .0090113215385;
    private static final double ASMR = .1880450243;

    @TempDir
    Path folder;

    private final NDManager manager = NDManager.newBaseManager();

    @BeforeEach
    void writeTheReferenceVectors() {
        write(manager.create(new long[] {0, 2}));
    }

    private void write(NDArray labels) {
        Safetensors.write(
                input(),
                Map.of(
                        "images", manager.create(new double[] {1, 2, 2, .5, -1, .25}, new Shape(2, 3)),
                        "labels", labels,
                        "categories", manager.create(new float[] {2, 1, 2, -1, .5f, 1, 1, -2, -.5f}, new Shape(3, 3)),
                        "bits",
                                manager.create(
                                        new float[] {1, 0, 1, 0, 0, /**/ 0, 1, 1, 0, 0, /**/ 0, 1, 0, 1, 0},
                                        new Shape(3, 5)),
                        "weights", manager.ones(new Shape(5))));
    }

    @AfterEach
    void close() {
        manager.close();
    }

    /** Vectors worked out in float64 apart from this code. */
    @Test
    void printsTheLossAndItsParts() throws Exception {
        JsonNode found = new ObjectMapper().readTree(run(whole(), "--format", "json"));

        assertThat(found.get("parts").get("alignment").asDouble()).isCloseTo(ALIGNMENT, within(1e-9));
        assertThat(found.get("parts").get("asmr").asDouble()).isCloseTo(ASMR, within(1e-9));
        assertThat(found.get("loss").asDouble()).isCloseTo(ALIGNMENT + 6 * ASMR, within(1e-8));
    }

    @Test
    void printsNoPartThatTheLossDoesNotHave() throws Exception {
        String spec = "loss:\n  alignment: {name: ma, scale: 12, margin: 0.2}\n  asmr: none\n";

        JsonNode found = new ObjectMapper().readTree(run(spec, "--format", "json"));

        assertThat(found.get("parts").size()).isEqualTo(1);
        assertThat(found.get("loss").asDouble())
                .isEqualTo(found.get("parts").get("alignment").asDouble());
        assertThat(run(spec)).startsWith("loss       0.00901132").doesNotContain("asmr");
    }

    /** From this step on lambda is 5, that of a reference vector. */
    @Test
    void evaluatesALossAtTheStepOfItsSchedule() throws Exception {
        String spec = "loss:\n  alignment: {name: sphereface, scale: 12}\n  asmr: none\nstep: 1659\n";

        JsonNode found = new ObjectMapper().readTree(run(spec, "--format", "json"));

        assertThat(found.get("loss").asDouble()).isCloseTo(.0272127729, within(1e-9));
        assertThatThrownBy(() -> run(spec.replace("1659", "-1")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("step must be >= 0, got -1");
    }

    @Test
    void helpHasEveryAlignmentLossWithItsDefaults() {
        String help = new CommandLine(new LossCommand())
                .setUsageHelpWidth(200)
                .getUsageMessage(CommandLine.Help.Ansi.OFF)
                .replaceAll("\\s+", " ");

        for (String name : SettingsReader.names(AlignmentLoss.class)) {
            AlignmentLoss loss = SettingsReader.variant("alignment loss", AlignmentLoss.class, name);
            List<String> settings = new ArrayList<>();
            SettingsJson.of((Record) loss).properties().forEach(setting -> {
                if (!setting.getKey().equals("name")) {
                    settings.add(setting.getKey() + " " + yaml(setting.getValue()));
                }
            });
            assertThat(help).contains(" " + name + " " + String.join(", ", settings) + " ");
        }
    }

    private static String yaml(JsonNode value) {
        return value.toString()
                .replace("\"", "")
                .replaceAll("\\.0(?!\\d)", "")
                .replace(":", ": ")
                .replace(",", ", ");
    }

    @Test
    void gradientsDoNotReplaceTheInput() throws IOException {
        byte[] before = Files.readAllBytes(input());
        Path specification = Files.writeString(folder.resolve("same.yaml"), whole());
        StringWriter err = new StringWriter();
        int code = Psbench.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "loss",
                "--spec",
                specification.toString(),
                "--input",
                input().toString(),
                "--gradients",
                input().toString());
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("is the file of --input");
        assertThat(input()).hasBinaryContent(before);
    }

    @Test
    void writesOneGradientForEachTensorOfTheInput() throws Exception {
        Path gradients = folder.resolve("gradients.safetensors");

        run(whole(), "--gradients", gradients.toString());

        Map<String, NDArray> found = Safetensors.read(gradients, manager);
        Map<String, NDArray> given = Safetensors.read(input(), manager);
        assertThat(found).containsOnlyKeys(given.keySet());
        found.forEach((name, gradient) -> {
            assertThat(gradient.getDataType()).isEqualTo(DataType.FLOAT64);
            assertThat(gradient.getShape()).isEqualTo(tensor(given, name).getShape());
        });
        assertThat(tensor(found, "labels").toDoubleArray()).containsOnly(0);
        assertThat(tensor(found, "bits").toDoubleArray()).containsOnly(0);
        // Lambda times a dR/dw worked out apart from this code.
        assertThat(tensor(found, "weights").toDoubleArray())
                .containsExactly(
                        new double[] {6 * .0144325959, 6 * .0144325959, 6 * -.0954740093, 6 * -.0954740093, 0},
                        within(1e-8));
        // The loss does not change with the length of a row.
        assertThat(tensor(found, "images")
                        .mul(tensor(given, "images"))
                        .sum(new int[] {1})
                        .toDoubleArray())
                .containsOnly(new double[] {0}, within(1e-15));
        assertThat(tensor(found, "images").norm().getDouble()).isGreaterThan(1e-3);
        assertThat(tensor(found, "categories").norm().getDouble()).isGreaterThan(1e-3);
    }

    @Test
    void saysWhatIsWrongWithASpec() {
        assertThatThrownBy(() -> run(whole().replace("scale: 12", "scale: -1")))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.USAGE))
                .hasMessageContaining("loss.yaml:2")
                .hasMessageContaining("scale");
        assertThatThrownBy(() -> run(whole().replace("[2, 3]", "[5, 0]")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("loss.yaml:4")
                .hasMessageContaining("groups must be sizes >= 1, got [5, 0]");
    }

    @Test
    void saysSoWhenALossOverflows() {
        write(manager.create(new long[] {2, 0}));

        assertThatThrownBy(() -> run(whole().replace("scale: 12", "scale: 1.7e308")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("is Infinity on the tensors of")
                .hasMessageContaining("Choose a smaller scale");
    }

    private static String whole() {
        return """
                loss:
                  alignment: {name: ma, scale: 12, margin: 0.2}
                  asmr: {lambda: 6, form: paper, weights: learned}
                groups: [2, 3]
                """;
    }

    private String run(String spec, String... more) throws Exception {
        Path file = folder.resolve("loss.yaml");
        Files.writeString(file, spec);
        LossCommand command = new LossCommand();
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out));
        String[] arguments = new String[4 + more.length];
        arguments[0] = "--spec";
        arguments[1] = file.toString();
        arguments[2] = "--input";
        arguments[3] = input().toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        line.parseArgs(arguments);
        assertThat(command.call()).isZero();
        return out.toString();
    }

    private static NDArray tensor(Map<String, NDArray> tensors, String name) {
        return requireNonNull(tensors.get(name));
    }

    private Path input() {
        return folder.resolve("input.safetensors");
    }
}
