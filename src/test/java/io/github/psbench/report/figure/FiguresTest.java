package io.github.psbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.base.Progress;
import io.github.psbench.spec.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
    @TempDir
    private Path folder;

    private SmallStore small;

    @BeforeEach
    void makeStore() throws IOException {
        small = new SmallStore(folder, """
                seeds: [0, 1]
                figures: [weights, convergence, pair-cosines, sweep]
                datasets: {synthped: {}, "my/own": {data: {name: synthped, seed: 2}}}
                rows: {Ours: {}}
                sweep: {product: {loss.asmr.lambda: [1, 2]}}
                """);
    }

    @Test
    void eachFigureOfEachDataSetIsThreeFiles() throws IOException {
        train("synthped");
        train("my/own");
        Figures.Written written = write("figures");
        assertThat(written.files())
                .extracting(file -> file.getFileName().toString())
                .hasSize(24)
                .contains("small-weights-synthped.csv", "small-weights-synthped.png", "small-weights-synthped.svg")
                .contains("small-pair-cosines-synthped.svg", "small-convergence-synthped.png")
                .contains("small-sweep-synthped.csv")
                .anySatisfy(name -> assertThat(name).matches("small-sweep-my-own-[0-9a-f]{8}\\.png"));
        assertThat(written.files()).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        assertThat(written.notes())
                .containsExactly(
                        "Figure convergence of synthped: there is no validation score, because no finished trial has a"
                                + " validation split (validation.share).",
                        "Figure convergence of my/own: there is no validation score, because no finished trial has a"
                                + " validation split (validation.share).");
    }

    @Test
    void theSameInputsGiveTheSameBytes() throws IOException {
        train("synthped");
        List<Path> first = write("first").files();
        List<Path> second = write("second").files();
        assertThat(second).hasSameSizeAs(first).isNotEmpty();
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i)).hasSameBinaryContentAs(first.get(i));
        }
    }

    @Test
    void withoutAFinishedTrialThereAreNotesAndNoFiles() {
        Figures.Written written = write("figures");
        assertThat(written.files()).isEmpty();
        assertThat(written.notes()).hasSize(8).contains("Figure sweep of synthped: no trial is finished.");
        assertThat(folder.resolve("figures")).doesNotExist();
    }

    @Test
    void anExperimentThatAsksForNoFigureGetsNone() throws IOException {
        SmallStore plain = new SmallStore(folder, "datasets: {synthped: {}}\nrows: {Ours: {}}\n");
        assertThat(Figures.write(
                        plain.experiment(),
                        plain.outcomes(),
                        plain.store(),
                        SmallStore::noPeople,
                        folder,
                        Progress.SILENT))
                .isEqualTo(new Figures.Written(List.of(), List.of()));
    }

    @Test
    void anOnlyFigureIsNamedAfterItsExperiment() throws IOException {
        small = new SmallStore(folder, "figures: [weights]\nseeds: [1]\ndatasets: {synthped: {}}\nrows: {Ours: {}}\n");
        SmallStore.weights(small.finish("Ours", "synthped", 1, 40), Map.of("gender", 0.75));
        assertThat(write("figures").files())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder("small-synthped.csv", "small-synthped.png", "small-synthped.svg");
    }

    @Test
    void aFigureOfADamagedTrialIsLeftOutWithANoteAndTheOthersAreWritten() throws IOException {
        train("synthped");
        Path trial = small.finish("Ours, lambda = 2", "synthped", 1, 40);
        Path prototypes = trial.resolve("prototypes.safetensors");
        byte[] bytes = Files.readAllBytes(prototypes);
        Files.write(prototypes, Arrays.copyOf(bytes, bytes.length - 3));
        assertLeftOut(prototypes, " is no sound safetensors file: it ");
        SmallStore.prototypes(trial, new float[][] {{1, 0}, {Float.NaN, 1}, {0, 1}}, new float[][] {{1}, {0}, {0}}, 1);
        assertLeftOut(prototypes, " is damaged: number 2 of its tensor 'embeddings' must be finite, got NaN.");
    }

    private void assertLeftOut(Path file, String why) {
        Figures.Written written = write("figures");
        assertThat(written.notes())
                .filteredOn(note -> note.startsWith("Figure pair-cosines of synthped"))
                .singleElement()
                .asString()
                .startsWith("Figure pair-cosines of synthped: it is left out: " + file + why)
                .endsWith("Remove the trial with `psbench runs rm "
                        + file.getName(file.getNameCount() - 2).toString().substring(0, 12)
                        + "`; the next run makes it anew.");
        assertThat(written.figures())
                .extracting(Figures.Drawn::figure)
                .containsExactlyInAnyOrder(Figure.WEIGHTS, Figure.CONVERGENCE, Figure.SWEEP);
    }

    private Figures.Written write(String name) {
        return Figures.write(
                small.experiment(),
                small.outcomes(),
                small.store(),
                SmallStore::noPeople,
                folder.resolve(name),
                Progress.SILENT);
    }

    private void train(String dataset) throws IOException {
        Path trial = small.finish("Ours, lambda = 2", dataset, 1, 40);
        SmallStore.weights(trial, Map.of("gender", 0.75));
        SmallStore.prototypes(trial, new float[][] {{1, 0}, {0.6f, 0.8f}, {0, 1}}, new float[][] {{1}, {0}, {0}}, 1);
        Files.writeString(
                trial.resolve("metrics.jsonl"),
                "{\"stage\":\"training\",\"epoch\":1,\"step\":1,\"losses\":{\"alignment\":2.5,\"loss\":2.5}}\n");
    }
}
