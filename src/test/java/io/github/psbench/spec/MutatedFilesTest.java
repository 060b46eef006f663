package io.github.psbench.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slips of the pen at random places of a right file. */
class MutatedFilesTest {
    private static final long SEED = 20240611;
    private static final int FILES = 300;
    private static final List<String> SLIPS = List.of(
            "",
            ":",
            ": ",
            "-",
            "- ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\n",
            "  ",
            "\t",
            "#",
            "&a ",
            "*a",
            "<<: ",
            "!x ",
            "'",
            "\"",
            "none",
            "~",
            "0",
            "x",
            ".",
            "|",
            ">",
            "%",
            "@",
            "\u0000",
            "---\n",
            "? ",
            "name: ",
            "999999999999999999999999");

    @TempDir
    private Path folder;

    @Test
    void aFileIsReadOrItsMistakesAreTold() throws IOException {
        slip("title: T\nseeds: 0..2\nrows: {Ours: {}}\n" + Files.readString(Path.of("experiments/asmr.yaml")));
    }

    @Test
    void aSweepIsReadOrItsMistakesAreTold() throws IOException {
        slip("""
                title: T
                defaults: {protocol: paper}
                datasets: {synthped: {}}
                rows: {Ours: {}}
                figures: [sweep]
                sweep:
                  product: {loss.asmr.lambda: [0, 4], training.batch: [8, 16]}
                  zip:
                    loss.alignment.scale: [12, 32]
                    loss.alignment.margin: [0.2, 0.1]
                  rows: [{loss.asmr.lambda: 6, flip: false}, {}]
                  exclude:
                    - {loss.asmr.lambda: 0, loss.alignment.scale: 32}
                profiles:
                  quick: {sweep: {product: {training.epochs: [1, 2]}}}
                  paper: {sweep: none}
                """);
    }

    private void slip(String right) throws IOException {
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            StringBuilder text = new StringBuilder(right);
            for (int slips = random.nextInt(3); slips >= 0; slips--) {
                int from = random.nextInt(text.length());
                int to = Math.min(text.length(), from + random.nextInt(4));
                text.replace(from, to, SLIPS.get(random.nextInt(SLIPS.size())));
            }
            Path file = folder.resolve("table.yaml");
            Files.writeString(file, text);
            try {
                Experiment.read(file, Choices.NONE);
            } catch (Failure failure) {
                refused++;
                assertThat(failure.kind()).isEqualTo(ErrorKind.USAGE);
                assertThat(String.valueOf(failure.getMessage()).lines())
                        .as("seed %d, file %d:%n%s", SEED, i, text)
                        .allMatch(line -> line.startsWith(file.toString()));
            } catch (RuntimeException | Error e) {
                fail(String.format("seed %d, file %d:%n%s", SEED, i, text), e);
            }
        }
        assertThat(refused).as("files refused, seed %d", SEED).isBetween(FILES / 3, FILES - 1);
    }
}
