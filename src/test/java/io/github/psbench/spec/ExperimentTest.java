package io.github.psbench.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.psbench.base.Failure;
import io.github.psbench.data.Encoding;
import io.github.psbench.data.Market1501;
import io.github.psbench.data.SynthPed;
import io.github.psbench.data.synthped.Size;
import io.github.psbench.eval.Metric;
import io.github.psbench.loss.LearnedWeights;
import io.github.psbench.loss.MarginAlignment;
import io.github.psbench.loss.ReleasedDelta;
import io.github.psbench.loss.SemanticMargin;
import io.github.psbench.model.ImagenetWeights;
import io.github.psbench.model.MobileNetV2;
import io.github.psbench.model.ResNet18;
import io.github.psbench.model.ResNet50;
import io.github.psbench.train.PaddedCrop;
import io.github.psbench.train.Pretraining;
import io.github.psbench.train.RandomErasing;
import io.github.psbench.train.Recipe;
import io.github.psbench.train.StepDecay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentTest {
    private static final String START = "title: T\ndefaults: {protocol: paper}\n";

    @TempDir
    private Path folder;

    private Experiment read(String text, Choices choices) throws IOException {
        Path file = folder.resolve("table.yaml");
        Files.writeString(file, text);
        return Experiment.read(file, choices);
    }

    private Recipe recipe(String text, String... settings) throws IOException {
        Choices choices = new Choices(null, List.of(), List.of(), List.of(), List.of(settings));
        return read(text, choices).trials().get(0).recipe();
    }

    private static Choices choose(String profile, List<String> datasets, List<Long> seeds, List<String> rows) {
        return new Choices(profile, datasets, seeds, rows, List.of());
    }

    @Test
    void aFileIsLaidOverItsBase() throws IOException {
        Files.writeString(folder.resolve("common.yaml"), """
                defaults: {protocol: paper}
                datasets: {synthped: {loss.asmr.lambda: 4}}
                profiles: {quick: {set: {training: {epochs: 3, batch: 16}}}}
                """);

        Experiment experiment = read("""
                base: common.yaml
                title: T
                seeds: 1
                rows: {Ours: {}}
                profiles: {quick: {set: {training: {epochs: 2}}}}
                """, Choices.NONE);

        Recipe recipe = experiment.trials().get(0).recipe();
        assertThat(experiment.title()).isEqualTo("T");
        assertThat(experiment.datasets()).containsExactly("synthped");
        assertThat(recipe.training().epochs()).isEqualTo(2);
        assertThat(recipe.training().batch()).isEqualTo(16);
        assertThat(recipe.loss().asmr()).isNotNull().extracting("lambda").isEqualTo(4.0);
    }

    @Test
    void aTrialIsARowOnADataSetWithASeed() throws IOException {
        Experiment experiment =
                read(START + "seeds: 3..4\ndatasets: {market1501: {}, synthped:}\nrows: {B: {}, A:}\n", Choices.NONE);

        assertThat(experiment.name()).isEqualTo("table");
        assertThat(experiment.profile()).isEqualTo("quick");
        assertThat(experiment.datasets()).containsExactly("market1501", "synthped");
        assertThat(experiment.rows()).containsExactly("B", "A");
        assertThat(experiment.seeds()).containsExactly(3L, 4L);
        assertThat(experiment.trials())
                .extracting(trial -> trial.dataset() + " " + trial.row() + " " + trial.seed())
                .containsExactly(
                        "market1501 B 3",
                        "market1501 B 4",
                        "market1501 A 3",
                        "market1501 A 4",
                        "synthped B 3",
                        "synthped B 4",
                        "synthped A 3",
                        "synthped A 4");
        assertThat(experiment.published()).isNull();
    }

    @Test
    void aColumnIsTheDataSetOfItsNameUnlessItSaysOtherwise() throws IOException {
        Experiment experiment = read(
                START
                        + "datasets: {market1501: {}, synthped: {data.seed: 7}, other: {data: {name: synthped, seed: 8, size: large}}, third: {data: synthped}}\n"
                        + "rows: {Ours: {}}\n",
                Choices.NONE);

        assertThat(experiment.trials())
                .extracting(TrialSpec::data)
                .containsExactly(
                        new Market1501(Encoding.PATTERNS, Market1501.Labels.CATEGORY),
                        new SynthPed(7, Size.SMALL),
                        new SynthPed(8, Size.LARGE),
                        new SynthPed(1, Size.SMALL));
    }

    /** Each layer sets its own number and those of all above it, so each number tells which layer came last. */
    @Test
    void layersAreLaidInTheDocumentedOrder() throws IOException {
        String text = """
                title: T
                defaults: {protocol: paper, training: {epochs: 1, batch: 1, learning-rates: {image: 1, category: 1, weights: 1}, decay.every: 1}}
                datasets: {synthped: {training: {learning-rates: {image: 3, category: 3, weights: 3}, decay: {every: 3}}}}
                rows: {Ours: {training: {learning-rates: {weights: 5}, decay: {every: 5}}}}
                profiles:
                  quick:
                    set: {training: {batch: 2, learning-rates: {image: 2, category: 2, weights: 2}, decay: {every: 2}}}
                    datasets: {synthped: {training: {learning-rates: {category: 4, weights: 4}, decay: {every: 4}}}}
                    rows: {Ours: {training.decay.every: 6}}
                """;
        Recipe recipe = recipe(text, "training.decay.factor=0.7", "training.decay.factor=0.8");

        assertThat(recipe.training().optimiser().weightDecay()).as("preset").isEqualTo(5e-4);
        assertThat(recipe.training().epochs()).as("defaults").isEqualTo(1);
        assertThat(recipe.training().batch()).as("profile").isEqualTo(2);
        assertThat(recipe.training().learningRates().image()).as("data set").isEqualTo(3);
        assertThat(recipe.training().learningRates().category())
                .as("profile's data set")
                .isEqualTo(4);
        assertThat(recipe.training().learningRates().weights()).as("row").isEqualTo(5);
        assertThat(recipe.training().decay().every()).as("profile's row").isEqualTo(6);
        assertThat(recipe.training().decay().factor()).as("the later --set").isEqualTo(0.8);
    }

    @Test
    void anotherVariantReplacesTheOneBelowWhole() throws IOException {
        String text = """
                title: T
                defaults: {protocol: paper, backbone: {last-stride: 2}}
                datasets: {synthped: {}}
                rows: {Same: {backbone: resnet50}, Another: {backbone: resnet18}, Mobile: {backbone: {name: mobilenetv2, weights: imagenet}}}
                """;

        assertThat(read(text, Choices.NONE).trials())
                .extracting(trial -> trial.recipe().backbone())
                .containsExactly(
                        new ResNet50(new ImagenetWeights(), 2),
                        new ResNet18(null, 1),
                        new MobileNetV2(new ImagenetWeights()));
    }

    @Test
    void noneSwitchesOffAndAMappingSwitchesOnAgain() throws IOException {
        String text = """
                title: T
                defaults: {protocol: paper, pretraining: none, loss.asmr: none}
                datasets: {synthped: {}}
                rows: {Baseline: {}, Ours: {loss.asmr.lambda: 4, pretraining: {}}}
                """;
        List<TrialSpec> trials = read(text, Choices.NONE).trials();

        assertThat(trials.get(0).recipe().pretraining()).isNull();
        assertThat(trials.get(0).recipe().loss().asmr()).isNull();
        assertThat(trials.get(1).recipe().pretraining()).isNotNull();
        assertThat(trials.get(1).recipe().loss().asmr())
                .isNotNull()
                .extracting(margin -> margin.lambda())
                .isEqualTo(4.0);
    }

    @Test
    void aWordBelowIsTheVariantThatAMappingAboveAddsTo() throws IOException {
        String text = """
                title: T
                defaults: {input: {height: 64, width: 32}, backbone: resnet18, backbone.weights: imagenet, loss: {alignment: ma}}
                datasets: {synthped: {loss.alignment.scale: 12}}
                rows: {Ours: {}}
                """;
        Recipe recipe = recipe(text);

        assertThat(recipe.backbone()).isEqualTo(new ResNet18(new ImagenetWeights(), 1));
        assertThat(recipe.loss().alignment()).isEqualTo(new MarginAlignment(12, 0.1));
    }

    @Test
    void mappingsAddToWhatTheRecordDeclares() throws IOException {
        Recipe recipe = recipe("""
                title: T
                defaults: {input: {height: 64, width: 32}, backbone: resnet18, loss: {alignment: {margin: 0.3}}, pretraining: {decay: {factor: 0.5}}}
                datasets: {synthped: {}}
                rows: {Ours: {}}
                """);

        assertThat(recipe.loss().alignment()).isEqualTo(new MarginAlignment(32, 0.3));
        Pretraining pretraining = Objects.requireNonNull(recipe.pretraining());
        assertThat(pretraining.decay()).as("not StepDecay's own 5 epochs").isEqualTo(new StepDecay(10, 0.5, false));
        assertThat(pretraining.optimiser().nesterov()).isTrue();
    }

    @Test
    void aRowMayFollowAnotherProtocol() throws IOException {
        String text = START
                + "datasets: {synthped: {loss.asmr.lambda: 6}}\nrows: {Paper: {}, Released: {protocol: released, training.epochs: 3}}\n";
        List<TrialSpec> trials = read(text, Choices.NONE).trials();

        assertThat(trials.get(0).recipe().training().optimiser().nesterov()).isFalse();
        Recipe released = trials.get(1).recipe();
        assertThat(released.training().optimiser().nesterov()).isTrue();
        assertThat(released.training().epochs()).isEqualTo(3);
        assertThat(released.loss().asmr())
                .isEqualTo(new SemanticMargin(
                        6, new ReleasedDelta(null), new LearnedWeights(0, 0.25), SemanticMargin.Mean.ATTACHED));
        assertThat(recipe(text, "protocol=released").training().optimiser().nesterov())
                .isTrue();
    }

    @Test
    void anchorsAndMergeKeysWork() throws IOException {
        String text = """
                title: T
                defaults: {protocol: paper}
                datasets: {synthped: {}}
                rows:
                  A: &base {training: &training {epochs: 3, batch: 4}}
                  B: *base
                  C: {training: {<<: *training, batch: 5}}
                  D: {<<: [{flip: false}, *base, {flip: true}]}
                """;

        assertThat(read(text, Choices.NONE).trials())
                .extracting(trial -> trial.recipe().training().epochs() + " "
                        + trial.recipe().training().batch() + " "
                        + trial.recipe().flip())
                .containsExactly("3 4 true", "3 4 true", "3 5 true", "3 4 false");
    }

    @Test
    void augmentationsAreSwitchedOnAndOffAgain() throws IOException {
        String text = """
                title: T
                defaults: {protocol: paper, crop: {padding: 4}, erasing: {least-area: 0.1, aspect: 0.5}}
                datasets: {synthped: {}}
                rows:
                  Both: {}
                  One: {crop: {}, erasing: none}
                  None: {crop: none, erasing: none}
                """;

        assertThat(read(text, Choices.NONE).trials())
                .extracting(
                        trial -> trial.recipe().crop(), trial -> trial.recipe().erasing())
                .containsExactly(
                        tuple(new PaddedCrop(4), new RandomErasing(0.5, 0.1, 0.4, 0.5)),
                        tuple(new PaddedCrop(4), null),
                        tuple(null, null));
        String usual = START + "datasets: {synthped: {}}\nrows: {Ours: {crop: {}, erasing: {}}}\n";
        assertThat(recipe(usual).crop()).isEqualTo(new PaddedCrop(10));
        assertThat(recipe(usual).erasing()).isEqualTo(new RandomErasing(0.5, 0.02, 0.4, 0.3));
    }

    @Test
    void whatTheUserChoosesIsWhatIsUsed() throws IOException {
        String text = START
                + "seeds: [1, 5..6]\ndatasets: {synthped: {}, market1501: {}}\nrows: {A: {}, no: {}, 012: {}}\n"
                + "profiles: {small: {datasets: synthped, rows: [012, A], seeds: 9}, big: {}}\nprofile: small\n";

        Experiment usual = read(text, Choices.NONE);
        assertThat(usual.profile()).isEqualTo("small");
        assertThat(usual.datasets()).containsExactly("synthped");
        assertThat(usual.rows()).containsExactly("A", "012");
        assertThat(usual.seeds()).containsExactly(9L);

        Experiment big = read(text, choose("big", List.of(), List.of(), List.of("012", "no", "012")));
        assertThat(big.datasets()).containsExactly("synthped", "market1501");
        assertThat(big.rows()).containsExactly("no", "012");
        assertThat(big.seeds()).containsExactly(1L, 5L, 6L);

        Experiment other = read(text, choose("small", List.of("market1501"), List.of(8L, 7L, 8L), List.of("no")));
        assertThat(other.datasets()).containsExactly("market1501");
        assertThat(other.rows()).containsExactly("no");
        assertThat(other.seeds()).containsExactly(8L, 7L);
        assertThat(other.trials()).hasSize(2);
    }

    @Test
    void overridesAreRememberedAsGiven() throws IOException {
        String text = START + "datasets: {synthped: {}}\nrows: {Ours: {}}\n";
        List<String> settings = List.of("training.epochs=3", "flip=false");

        assertThat(read(text, new Choices(null, List.of(), List.of(), List.of(), settings))
                        .overrides())
                .isEqualTo(settings);
        assertThat(read(text, Choices.NONE).overrides()).isEmpty();
    }

    @Test
    void mistakesOnTheCommandLineAreReportedTogether() {
        Choices choices = new Choices(
                "bigg",
                List.of("market"),
                List.of(),
                List.of("Our"),
                List.of(
                        "lambda",
                        "=4",
                        "training.epochs=0",
                        "traning.epochs=4",
                        "loss.asmr.lambda={",
                        "training.batch=",
                        "flip= no",
                        "loss..asmr=none"));

        assertThatThrownBy(() -> read(
                        START + "datasets: {synthped: {}}\nrows: {Ours: {}}\nprofiles: {quick: {}, big: {}}\n",
                        choices))
                .isInstanceOf(Failure.class)
                .hasMessage("""
                        --datasets market: unknown data set 'market'; known: synthped
                        --profile bigg: unknown profile 'bigg'; did you mean 'big'? Known: quick, big
                        --rows Our: unknown row 'Our'; did you mean 'Ours'? Known: Ours
                        --set =4: must be a key and a value, like loss.asmr.lambda=4
                        --set lambda: must be a key and a value, like loss.asmr.lambda=4
                        --set loss..asmr=none: the key 'loss..asmr' has an empty part; write it like loss.asmr.lambda
                        --set loss.asmr.lambda={: not valid YAML: while parsing a flow node, expected the node content, but found '<stream end>'""");
    }

    @Test
    void settingsOfTheCommandLineAreCheckedLikeThoseOfTheFile() {
        Choices choices = new Choices(
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of("training.epochs=0", "traning.epochs=4", "training.batch=", "flip= no", "backbone=resnet5"));

        assertThatThrownBy(() -> read(START + "datasets: {synthped: {}}\nrows: {Ours: {}, Theirs: {}}\n", choices))
                .isInstanceOf(Failure.class)
                .hasMessage("""
                        --set backbone=resnet5: backbone must be one of resnet50, resnet18, resnet-slim, mobilenetv2, got 'resnet5'; did you mean 'resnet50'?
                        --set flip= no: flip must be true or false, got 'no'; write false
                        --set training.batch=: batch has no value; it must be a whole number
                        --set training.epochs=0: epochs must be in 1..10000, got 0
                        --set traning.epochs=4: unknown key 'traning'; did you mean 'training'? Known: input, precision, deterministic, flip, crop, erasing, validation, backbone, embedding, pretraining, loss, training, data, protocol""");
    }

    @Test
    void seedsOfTheCommandLineAreReadLikeThoseOfTheFile() {
        assertThat(Choices.seedsFrom("0..2")).containsExactly(0L, 1L, 2L);
        assertThat(Choices.seedsFrom("7, 1..2")).containsExactly(7L, 1L, 2L);
        assertThatThrownBy(() -> Choices.seedsFrom("1,1,x,-2"))
                .isInstanceOf(Failure.class)
                .hasMessage("""
                        --seeds 1,1,x,-2: a seed must be >= 0, got -2
                        --seeds 1,1,x,-2: a seed must be a whole number, got 'x'
                        --seeds 1,1,x,-2: seed 1 is given twice""");
    }

    @Test
    void claimsCompareARowWithOneOrWithSeveral() throws IOException {
        String table = START + "datasets: {synthped: {}}\nrows: {A: {}, B: {}, C: {}}\n"
                + "claims:\n  - {name: one, better: C, than: A}\n  - {name: both, better: C, than: [B, A]}\n";

        assertThat(read(table, Choices.NONE).claims())
                .containsExactly(
                        new Experiment.Claim("one", "C", List.of("A")),
                        new Experiment.Claim("both", "C", List.of("A", "B")));
    }

    @Test
    void rowsAreComparedByRankOneUnlessTheFileNamesAnotherMetric() throws IOException {
        String table = START + "datasets: {synthped: {}}\nrows: {A: {}}\n";

        assertThat(read(table, Choices.NONE).metric()).isEqualTo(Metric.RANK1);
        assertThat(read(table + "metric: map-trapezoid\n", Choices.NONE).metric())
                .isEqualTo(Metric.MAP_TRAPEZOID);
    }
}
