package io.github.psbench.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.Failure;
import io.github.psbench.data.SynthPed;
import io.github.psbench.data.synthped.Size;
import io.github.psbench.loss.MarginAlignment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
    private static final String START = """
            title: T
            defaults: {protocol: paper}
            datasets: {synthped: {loss.asmr.lambda: 6}}
            rows: {Ours: {}}
            """;

    @TempDir
    private Path folder;

    private Experiment read(String text, Choices choices) throws IOException {
        Path file = folder.resolve("sweep.yaml");
        Files.writeString(file, text);
        return Experiment.read(file, choices);
    }

    private List<String> rows(String sweep) throws IOException {
        return read(START + sweep, Choices.NONE).rows();
    }

    private static Choices rowsOf(String... rows) {
        return new Choices(null, List.of(), List.of(), List.of(rows), List.of());
    }

    private static Choices profile(String name) {
        return new Choices(name, List.of(), List.of(), List.of(), List.of());
    }

    private static double lambda(TrialSpec trial) {
        return Objects.requireNonNull(trial.recipe().loss().asmr()).lambda();
    }

    @Test
    void everyRowIsRunAtEveryPoint() throws IOException {
        Experiment experiment = read("""
                title: T
                defaults: {protocol: paper}
                datasets: {synthped: {}, market1501: {}}
                rows: {A: {}, B: {training.epochs: 3}}
                seeds: 0..1
                sweep: {product: {loss.asmr.lambda: [0, 4]}}
                """, Choices.NONE);

        assertThat(experiment.rows())
                .containsExactly("A, lambda = 0", "A, lambda = 4", "B, lambda = 0", "B, lambda = 4");
        assertThat(experiment.trials()).hasSize(16);
        assertThat(experiment.trials().subList(8, 16))
                .extracting(trial -> trial.row() + " on " + trial.dataset() + ": " + lambda(trial) + ", "
                        + trial.recipe().training().epochs() + " epochs")
                .startsWith(
                        "A, lambda = 0 on market1501: 0.0, 10 epochs",
                        "A, lambda = 0 on market1501: 0.0, 10 epochs",
                        "A, lambda = 4 on market1501: 4.0, 10 epochs")
                .endsWith("B, lambda = 4 on market1501: 4.0, 3 epochs");
        assertThat(experiment.sweep())
                .isEqualTo(new Sweep(
                        List.of(new Sweep.Axis(List.of("loss.asmr.lambda"), List.of(List.of("0"), List.of("4")))),
                        List.of(
                                new Sweep.Point("A, lambda = 0", "A", Map.of("loss.asmr.lambda", "0")),
                                new Sweep.Point("A, lambda = 4", "A", Map.of("loss.asmr.lambda", "4")),
                                new Sweep.Point("B, lambda = 0", "B", Map.of("loss.asmr.lambda", "0")),
                                new Sweep.Point("B, lambda = 4", "B", Map.of("loss.asmr.lambda", "4")))));
    }

    @Test
    void withoutSweepThereIsNone() throws IOException {
        Experiment experiment = read(START, Choices.NONE);

        assertThat(experiment.sweep()).isNull();
        assertThat(experiment.figures()).isEmpty();
        assertThat(read(START + "sweep: none\n", Choices.NONE)).isEqualTo(experiment);
    }

    @Test
    void productTakesEveryCombinationAndZipGoesValueByValue() throws IOException {
        assertThat(rows("""
                        sweep:
                          product: {training.epochs: [1, 2], training.batch: [8, 16]}
                          zip: {loss.alignment.scale: [12, 32], loss.alignment.margin: [0.2, 0.1]}
                        """))
                .containsExactly(
                        "Ours, epochs = 1, batch = 8, scale = 12, margin = 0.2",
                        "Ours, epochs = 1, batch = 8, scale = 32, margin = 0.1",
                        "Ours, epochs = 1, batch = 16, scale = 12, margin = 0.2",
                        "Ours, epochs = 1, batch = 16, scale = 32, margin = 0.1",
                        "Ours, epochs = 2, batch = 8, scale = 12, margin = 0.2",
                        "Ours, epochs = 2, batch = 8, scale = 32, margin = 0.1",
                        "Ours, epochs = 2, batch = 16, scale = 12, margin = 0.2",
                        "Ours, epochs = 2, batch = 16, scale = 32, margin = 0.1");
    }

    @Test
    void theWholeOfZipIsOneAxis() throws IOException {
        Sweep sweep = read(START + """
                        sweep:
                          product: {training.epochs: [1, 2]}
                          zip: {loss.alignment.scale: [12, 32, 12.0], loss.alignment.margin: [0.2, 0.1, 0.20]}
                        """, Choices.NONE).sweep();

        assertThat(Objects.requireNonNull(sweep).axes())
                .containsExactly(
                        new Sweep.Axis(List.of("training.epochs"), List.of(List.of("1"), List.of("2"))),
                        new Sweep.Axis(
                                List.of("loss.alignment.scale", "loss.alignment.margin"),
                                List.of(List.of("12", "0.2"), List.of("32", "0.1"))));
    }

    @Test
    void pointsByHandStandLastAndExcludesDoNotTouchThem() throws IOException {
        assertThat(rows("""
                        sweep:
                          product: {loss.asmr.lambda: [0, 1], loss.alignment.scale: [12, 32]}
                          exclude: [{loss.asmr.lambda: 0.0, loss.alignment.scale: 32}, {loss.asmr.lambda: 1}]
                          rows: [{loss.asmr.lambda: 1, loss.alignment.scale: 12}, {training.batch: 8}, {}]
                        """))
                .containsExactly(
                        "Ours, lambda = 0, scale = 12", "Ours, lambda = 1, scale = 12", "Ours, batch = 8", "Ours");
    }

    @Test
    void pointsOfTheSameValuesAreOne() throws IOException {
        assertThat(rows("""
                        sweep:
                          product: {loss.asmr.lambda: [4, 4.0, 1, 1e0]}
                          rows: [{loss.asmr.lambda: 1}, {loss.asmr.lambda: 2}, {loss.asmr.lambda: 0x2}]
                        """)).containsExactly("Ours, lambda = 4", "Ours, lambda = 1", "Ours, lambda = 2");
    }

    @Test
    void namesShowAsMuchOfAKeyAsTellsItFromTheOthers() throws IOException {
        assertThat(rows("""
                        sweep:
                          rows: [{training.decay.every: 1, pretraining.decay.every: 2, loss.asmr.lambda: 3}]
                        """))
                .containsExactly("Ours, training.decay.every = 1, pretraining.decay.every = 2, lambda = 3");
        assertThat(rows("""
                        sweep:
                          product: {training.optimiser.momentum: [0.5], training.decay.every: [2]}
                        """)).containsExactly("Ours, momentum = 0.5, every = 2");
    }

    @Test
    void valuesMayBeAnyYaml() throws IOException {
        Experiment experiment = read(START + """
                sweep:
                  product:
                    loss.asmr: [none, {lambda: 2, weights: {initial: 0.5}}]
                    embedding.hidden: [[512, 128], [64]]
                    flip: [true]
                    protocol: [released]
                    data: [{name: synthped, seed: 7}]
                """, Choices.NONE);

        assertThat(experiment.rows())
                .startsWith(
                        "Ours, asmr = none, hidden = [512, 128], flip = true, protocol = released, data = {name: synthped, seed: 7}")
                .endsWith(
                        "Ours, asmr = {lambda: 2, weights: {initial: 0.5}}, hidden = [64], flip = true, protocol = released, data = {name: synthped, seed: 7}");
        assertThat(experiment.trials().get(0).recipe().loss().asmr()).isNull();
        TrialSpec last = experiment.trials().get(3);
        assertThat(lambda(last)).isEqualTo(2);
        assertThat(last.recipe().embedding().hidden()).containsExactly(64);
        assertThat(last.recipe().training().optimiser().nesterov()).isTrue();
        assertThat(last.data()).isEqualTo(new SynthPed(7, Size.SMALL));
    }

    @Test
    void aPointIsTheSameAsItsSettingsByHand() throws IOException {
        TrialSpec swept = read(
                        START
                                + "sweep: {product: {loss.asmr.lambda: [4]}, zip: {loss.alignment: [{name: ma, scale: 9}]}}\n",
                        Choices.NONE)
                .trials()
                .get(0);
        TrialSpec byHand = read(
                        START.replace("Ours: {}", "Ours: {loss: {asmr: {lambda: 4}, alignment.scale: 9}}"),
                        Choices.NONE)
                .trials()
                .get(0);

        assertThat(swept.recipe()).isEqualTo(byHand.recipe());
        assertThat(swept.data()).isEqualTo(byHand.data());
    }

    @Test
    void aPointLiesAboveItsRowAndBelowTheCommandLine() throws IOException {
        String text = START.replace("Ours: {}", "Ours: {training: {epochs: 1, batch: 1}}") + """
                profiles: {quick: {rows: {Ours: {training: {epochs: 2, batch: 2}}}}}
                sweep: {product: {training.epochs: [3], training.decay: [{every: 3, factor: 0.3}]}}
                """;
        TrialSpec trial = read(
                        text, new Choices(null, List.of(), List.of(), List.of(), List.of("training.decay.factor=0.4")))
                .trials()
                .get(0);

        assertThat(trial.recipe().training().epochs()).isEqualTo(3);
        assertThat(trial.recipe().training().batch()).isEqualTo(2);
        assertThat(trial.recipe().training().decay().every()).isEqualTo(3);
        assertThat(trial.recipe().training().decay().factor()).isEqualTo(0.4);
    }

    @Test
    void whatIsSweptCannotBeSetOnTheCommandLine() {
        String sweep = "sweep: {product: {loss.asmr.lambda: [0, 4]}}\n";

        assertThatThrownBy(() -> read(
                        START + sweep,
                        new Choices(
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of("loss.asmr.lambda=2", "loss.asmr=none", "loss.asmr.form=released"))))
                .isInstanceOf(Failure.class)
                .hasMessage("""
                        --set loss.asmr.lambda=2: 'loss.asmr.lambda' is swept, and this would make all its points alike; choose points with --rows instead
                        --set loss.asmr=none: 'loss.asmr.lambda' is swept, and this would make all its points alike; choose points with --rows instead""");
    }

    @Test
    void theUserChoosesRowsAtAllTheirPointsOrSingleOnes() throws IOException {
        String text = START.replace("{Ours: {}}", "{Ours: {}, Theirs: {}, 'A, B': {}}")
                + "sweep: {product: {loss.asmr.lambda: [0, 4], training.batch: [8, 16]}}\n";

        assertThat(read(text, rowsOf("Theirs, lambda = 4, batch = 8,Ours")).rows())
                .containsExactly(
                        "Ours, lambda = 0, batch = 8",
                        "Ours, lambda = 0, batch = 16",
                        "Ours, lambda = 4, batch = 8",
                        "Ours, lambda = 4, batch = 16",
                        "Theirs, lambda = 4, batch = 8");
        Experiment two = read(text, rowsOf("A, B, lambda = 0, batch = 8", "Ours, lambda = 0, batch = 8"));
        assertThat(two.trials()).hasSize(2);
        assertThat(Objects.requireNonNull(two.sweep()).points())
                .extracting(Sweep.Point::base)
                .containsExactly("Ours", "A, B");
        assertThat(two.sweep().axes()).hasSize(2);
        assertThatThrownBy(() -> read(text, rowsOf("Ours, lambda = 3, batch = 8")))
                .isInstanceOf(Failure.class)
                .hasMessage("""
                        --rows batch = 8: unknown row 'batch = 8'; known: Ours, Theirs, A, B; or a row that the sweep makes, such as 'Ours, lambda = 0, batch = 8'
                        --rows lambda = 3: unknown row 'lambda = 3'; known: Ours, Theirs, A, B; or a row that the sweep makes, such as 'Ours, lambda = 0, batch = 8'""");
    }

    @Test
    void aProfileChoosesRowsAndMayHaveAnotherSweepOrNone() throws IOException {
        String text = """
                title: T
                defaults: {protocol: paper}
                datasets: {synthped: {}}
                rows: {Ours: {}, Theirs: {}}
                sweep: {product: {loss.asmr.lambda: [0, 4]}}
                profiles:
                  quick: {rows: Theirs}
                  compact: {rows: Ours, sweep: {zip: {training.batch: [8]}}}
                  paper: {sweep: none}
                """;

        assertThat(read(text, Choices.NONE).rows()).containsExactly("Theirs, lambda = 0", "Theirs, lambda = 4");
        assertThat(read(text, rowsOf("Ours")).rows()).containsExactly("Ours, lambda = 0", "Ours, lambda = 4");
        assertThat(read(text, profile("compact")).rows()).containsExactly("Ours, batch = 8");
        assertThat(read(text, profile("paper")).rows()).containsExactly("Ours", "Theirs");
        assertThat(read(text, profile("paper")).sweep()).isNull();
    }

    @Test
    void aClaimIsMadeAtEachPoint() throws IOException {
        Experiment experiment = read(
                START.replace("{Ours: {}}", "{Ours: {}, Theirs: {}}")
                        + "sweep: {product: {loss.asmr.lambda: [0, 4]}}\nclaims: [{name: It helps, better: Ours, than: Theirs}]\n",
                Choices.NONE);

        assertThat(experiment.claims())
                .containsExactly(
                        new Experiment.Claim("It helps, lambda = 0", "Ours, lambda = 0", List.of("Theirs, lambda = 0")),
                        new Experiment.Claim(
                                "It helps, lambda = 4", "Ours, lambda = 4", List.of("Theirs, lambda = 4")));
    }

    @Test
    void figuresAreNamedOnceEach() throws IOException {
        assertThat(read(START + "figures: [pair-cosines, weights, pair-cosines]\n", Choices.NONE)
                        .figures())
                .containsExactly(Figure.PAIR_COSINES, Figure.WEIGHTS);
    }

    @Test
    void theSweepsThatComeWithPsbenchAreOnTheirGrids() {
        Experiment lambda = Experiment.read(Path.of("experiments/sweep-lambda.yaml"), Choices.NONE);
        assertThat(lambda.trials()).hasSize(14);
        assertThat(lambda.trials().subList(0, 7)).extracting(SweepTest::lambda).startsWith(0.0, 0.0, 1.0, 1.0);
        assertThat(lambda.figures()).containsExactly(Figure.SWEEP);

        Experiment grid = Experiment.read(Path.of("experiments/sweep-sigma-gamma.yaml"), profile("paper"));
        assertThat(grid.trials()).hasSize(3 * 16 * 3);
        assertThat(grid.trials().get(9).recipe().loss().alignment()).isEqualTo(new MarginAlignment(6, 0.3));
        assertThat(grid.trials())
                .filteredOn(trial -> trial.dataset().equals("peta"))
                .extracting(SweepTest::lambda)
                .containsOnly(4.0);
    }
}
