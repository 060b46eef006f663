package io.github.psbench.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.psbench.data.Input;
import io.github.psbench.data.picture.Filter;
import io.github.psbench.loss.LearnedWeights;
import io.github.psbench.loss.PaperDelta;
import io.github.psbench.loss.ReleasedDelta;
import io.github.psbench.loss.SemanticMargin;
import io.github.psbench.model.Embedding;
import io.github.psbench.model.ImagenetWeights;
import io.github.psbench.model.ResNet50;
import io.github.psbench.settings.Binder;
import io.github.psbench.settings.Located;
import io.github.psbench.settings.Problems;
import io.github.psbench.settings.SettingsJson;
import io.github.psbench.train.LastBatch;
import io.github.psbench.train.LearningRates;
import io.github.psbench.train.Pretraining;
import io.github.psbench.train.Recipe;
import io.github.psbench.train.Sgd;
import io.github.psbench.train.StepDecay;
import io.github.psbench.train.Training;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolsTest {
    /** They differ by data set, so no preset has them. */
    private static final Set<String> OF_DATA_SETS =
            Set.of("loss.alignment.scale", "loss.alignment.margin", "loss.asmr.lambda");

    private static final ResNet50 BACKBONE = new ResNet50(new ImagenetWeights(), 1);
    private static final Input INPUT = new Input(256, 128, Filter.BICUBIC);

    private static Recipe recipe(String name) {
        Problems problems = new Problems();
        Recipe recipe = new Binder(problems).bind(Recipe.class, Protocols.of(name), List.of());
        problems.throwIfAny();
        return Objects.requireNonNull(recipe);
    }

    @Test
    void thePaperIsWhatThePaperSays() {
        Recipe recipe = recipe("paper");

        assertThat(recipe.input()).isEqualTo(INPUT);
        assertThat(recipe.flip()).isTrue();
        assertThat(recipe.crop()).isNull();
        assertThat(recipe.erasing()).isNull();
        assertThat(recipe.backbone()).isEqualTo(BACKBONE);
        assertThat(recipe.embedding()).isEqualTo(new Embedding(128, List.of(512, 128)));
        assertThat(recipe.pretraining())
                .isEqualTo(new Pretraining(
                        Pretraining.Heads.FC4,
                        5,
                        64,
                        LastBatch.KEEP,
                        0.01,
                        new Sgd(0.9, 5e-4, true),
                        new StepDecay(10, 0.1, false)));
        SemanticMargin margin = Objects.requireNonNull(recipe.loss().asmr());
        assertThat(margin.form()).isEqualTo(new PaperDelta());
        assertThat(margin.weights()).isEqualTo(new LearnedWeights(1, 0.25));
        assertThat(recipe.training())
                .isEqualTo(new Training(
                        10,
                        128,
                        LastBatch.KEEP,
                        new LearningRates(1e-3, 1e-2, 1e-2),
                        new Sgd(0.9, 5e-4, false),
                        new StepDecay(5, 0.1, false),
                        true));
    }

    @Test
    void theReleasedCodeIsWhatTheCodeDoes() {
        Recipe recipe = recipe("released");

        assertThat(recipe.input()).isEqualTo(INPUT);
        assertThat(recipe.backbone()).isEqualTo(BACKBONE);
        assertThat(recipe.pretraining())
                .isEqualTo(new Pretraining(
                        Pretraining.Heads.FC3_BN,
                        5,
                        64,
                        LastBatch.SKIP,
                        0.01,
                        new Sgd(0.9, 5e-4, true),
                        new StepDecay(10, 0.1, true)));
        SemanticMargin margin = Objects.requireNonNull(recipe.loss().asmr());
        assertThat(margin.form()).isEqualTo(new ReleasedDelta(null));
        assertThat(margin.weights()).isEqualTo(new LearnedWeights(0, 0.25));
        assertThat(recipe.training())
                .isEqualTo(new Training(
                        10,
                        128,
                        LastBatch.SKIP,
                        new LearningRates(1e-3, 1.5e-2, 5e-3),
                        new Sgd(0.9, 5e-4, true),
                        new StepDecay(5, 0.1, true),
                        true));
    }

    /** A default of a record may change; a protocol must not change with it. */
    @ParameterizedTest
    @ValueSource(strings = {"paper", "released"})
    void aPresetLeavesNothingToDefaults(String name) {
        Set<String> resolved = new TreeSet<>();
        leaves("", SettingsJson.of(recipe(name)), resolved);
        resolved.removeAll(OF_DATA_SETS);
        Set<String> written = new TreeSet<>();
        leaves("", Protocols.of(name), written);

        assertThat(written).containsExactlyInAnyOrderElementsOf(resolved);
    }

    private static void leaves(String path, JsonNode node, Set<String> leaves) {
        if (node.isObject()) {
            node.properties().forEach(field -> leaves(path + "." + field.getKey(), field.getValue(), leaves));
        } else {
            leaves.add(path.substring(1).replaceFirst("\\.name$", ""));
        }
    }

    private static void leaves(String path, Located node, Set<String> leaves) {
        if (node instanceof Located.Mapping mapping) {
            mapping.entries().forEach((key, entry) -> leaves(path + "." + key, entry.value(), leaves));
        } else {
            leaves.add(path.substring(1).replaceFirst("\\.name$", ""));
        }
    }
}
