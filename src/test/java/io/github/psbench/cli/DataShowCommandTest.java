package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.Encoding;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import io.github.psbench.data.picture.RgbImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DataShowCommandTest {
    private static final PersonDataset HATS = new PersonDataset(
            "hats",
            new AttributeSchema(List.of(AttributeGroup.oneOf("hat", List.of("no", "yes"), Encoding.PATTERNS))),
            List.of(image("a", 0)),
            List.of(image("b", 0), image("c", 1)),
            new PersonDataset.Digests("0".repeat(64), "1".repeat(64)),
            null);

    @TempDir
    private Path folder;

    @Test
    void saysWhereTheSheetIsAndWhatEachRowShows() {
        Path file = folder.resolve("hats.png");
        List<String> lines = show("hats", "--out", file.toString());
        assertThat(file).isNotEmptyFile();
        assertThat(lines.get(0)).isEqualTo(file.toString());
        assertThat(lines.subList(1, lines.size()))
                .map(line -> line.replaceFirst("^row [12]: ", ""))
                .containsExactlyInAnyOrder("hat no", "hat yes (unseen in training)");
    }

    @Test
    void showsTheTrainingImagesWhenAsked() {
        Path file = folder.resolve("hats.png");
        assertThat(show("hats", "--split", "train", "--out", file.toString()))
                .containsExactly(file.toString(), "row 1: hat no");
    }

    @Test
    void showsAGroupsValuesWhenAsked() {
        Path file = folder.resolve("hats.png");
        assertThat(show("hats", "--group", "hat", "--out", file.toString()))
                .containsExactly(file.toString(), "row 1: hat no", "row 2: hat yes");
        assertThatThrownBy(() -> show("hats", "--group", "shoes"))
                .hasMessage("--group must be one of hat, got 'shoes'.");
    }

    @Test
    void helpHasExamples() {
        assertThat(new CommandLine(new DataShowCommand()).getUsageMessage())
                .contains("Examples:")
                .contains("data show synthped");
    }

    private static List<String> show(String... arguments) {
        DataShowCommand show = new DataShowCommand();
        StringWriter out = new StringWriter();
        new CommandLine(show)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .parseArgs(arguments);
        show.show(HATS);
        return out.toString().lines().toList();
    }

    private static PersonImage image(String name, int hat) {
        return new PersonImage(
                name, new PersonCategory(List.of(hat)), () -> new RgbImage(64, 128, new byte[64 * 128 * 3]));
    }
}
