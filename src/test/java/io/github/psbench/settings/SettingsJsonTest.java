package io.github.psbench.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.base.Default;
import io.github.psbench.data.SynthPed;
import io.github.psbench.data.synthped.Size;
import io.github.psbench.loss.Loss;
import io.github.psbench.loss.MarginAlignment;
import io.github.psbench.model.ImagenetWeights;
import io.github.psbench.model.MobileNetV2;
import io.github.psbench.spec.Choices;
import io.github.psbench.spec.Experiment;
import io.github.psbench.train.LastBatch;
import io.github.psbench.train.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsJsonTest {
    private record Numbers(
            int small,
            long large,
            long tooLarge,
            @Default("1") double real,
            List<Integer> list) {}

    @Test
    void variantsTellTheirNameFirstAndNullIsNone() {
        assertThat(SettingsJson.of(new MobileNetV2(new ImagenetWeights())))
                .hasToString("{\"name\":\"mobilenetv2\",\"weights\":{\"name\":\"imagenet\"}}");
        assertThat(SettingsJson.of(new Loss(new MarginAlignment(12, 0.2), null)))
                .hasToString("{\"alignment\":{\"name\":\"ma\",\"scale\":12.0,\"margin\":0.2},\"asmr\":\"none\"}");
        assertThat(SettingsJson.of(new SynthPed(3, Size.SMALL)))
                .hasToString("{\"name\":\"synthped\",\"seed\":3,\"size\":\"small\"}");
    }

    @Test
    void wholeNumbersThatJsonWouldRoundAreText() {
        assertThat(SettingsJson.of(new Numbers(-1, 1L << 53, (1L << 53) + 1, 5e-4, List.of(1, 2))))
                .hasToString(
                        "{\"small\":-1,\"large\":9007199254740992,\"too-large\":\"9007199254740993\",\"real\":5.0E-4,\"list\":[1,2]}");
    }

    @Test
    void wordsAreThoseOfTheYaml() {
        record Words(LastBatch lastBatch, boolean offByOne) {}

        assertThat(SettingsJson.of(new Words(LastBatch.SKIP, true)))
                .hasToString("{\"last-batch\":\"skip\",\"off-by-one\":true}");
    }

    @Test
    void whatIsPrintedCanBeReadAgain(@TempDir Path folder) throws IOException {
        Recipe recipe = Experiment.read(Path.of("experiments/table2.yaml"), Choices.NONE)
                .trials()
                .get(0)
                .recipe();
        Path file = folder.resolve("recipe.yaml");
        Files.writeString(file, SettingsJson.of(recipe).toPrettyString().replace("\"none\"", "none"));

        assertThat(SettingsReader.read(file, Recipe.class)).isEqualTo(recipe);
    }
}
