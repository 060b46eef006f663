package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.Failure;
import io.github.psbench.spec.Choices;
import io.github.psbench.spec.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class CategoriesOptionTest {
    @Command
    private static final class Asked {
        @Mixin
        private CategoriesOption categories = new CategoriesOption();
    }

    @TempDir
    private Path folder;

    private Experiment experiment(String figures) throws IOException {
        Path file = folder.resolve("own.yaml");
        Files.writeString(
                file,
                "title: T\ndefaults: {protocol: paper}\ndatasets: {synthped: {}}\nrows: {A: {}}\ntsne: {perplexity: 12}\nfigures: "
                        + figures + "\n");
        return Experiment.read(file, Choices.NONE);
    }

    private static CategoriesOption asked(String... arguments) {
        Asked asked = new Asked();
        new CommandLine(asked).parseArgs(arguments);
        return asked.categories;
    }

    @Test
    void twoCategoriesReplaceThoseOfTheFile() throws IOException {
        Experiment changed = asked("--categories", "hat=yes, gender=male", "--categories", "hat=no")
                .on(experiment("[tsne]"));
        assertThat(changed.tsne().categories()).containsExactly("hat=yes, gender=male", "hat=no");
        assertThat(changed.tsne().perplexity()).isEqualTo(12);
        Experiment same = experiment("[tsne]");
        assertThat(asked().on(same)).isSameAs(same);
    }

    @Test
    void anotherNumberOfThemIsRefused() throws IOException {
        Experiment experiment = experiment("[tsne]");
        assertThatThrownBy(() -> asked("--categories", "hat=yes").on(experiment))
                .isInstanceOf(Failure.class)
                .hasMessage("--categories is given once: give it twice, for two categories, or not at all.");
    }

    @Test
    void anExperimentWithoutTheFigureIsRefused() throws IOException {
        Experiment experiment = experiment("[weights]");
        assertThatThrownBy(() -> asked("--categories", "hat=yes", "--categories", "hat=no")
                        .on(experiment))
                .isInstanceOf(Failure.class)
                .hasMessage(
                        "--categories chooses what the figure tsne shows, and experiment own has none. Add it to its file:"
                                + " figures: [tsne].");
    }
}
