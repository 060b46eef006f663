package io.github.psbench.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentFolderTest {
    @TempDir
    private Path folder;

    @Test
    void tablesComeBeforeFiguresBeforeOthersByTheirNumbers() throws IOException {
        for (String name : List.of("sweep", "fig10", "fig3", "table10", "table2")) {
            Files.writeString(folder.resolve(name + ".yaml"), "title: " + name);
        }
        assertThat(ExperimentFolder.files(folder))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("table2.yaml", "table10.yaml", "fig3.yaml", "fig10.yaml", "sweep.yaml");
    }

    @Test
    void aBaseIsNoExperimentAndADamagedFileIsOneThatItsReaderComplainsOf() throws IOException {
        Files.writeString(folder.resolve("base.yaml"), "defaults: {protocol: paper}");
        Files.writeString(folder.resolve("notes.txt"), "title: none");
        Path damaged = Files.writeString(folder.resolve("damaged.yaml"), "title: [");
        assertThat(ExperimentFolder.files(folder)).containsExactly(damaged);
    }

    @Test
    void theProjectsOwnFolderHasNoBaseInIt() {
        assertThat(ExperimentFolder.files(Path.of("experiments")))
                .contains(Path.of("experiments/table2.yaml"))
                .doesNotContain(Path.of("experiments/asmr.yaml"));
    }

    @Test
    void whereThereIsNoFolderItSaysWhatToDo() {
        assertThatThrownBy(() -> ExperimentFolder.files(folder.resolve("nothing")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Name experiment files");
    }
}
