package io.github.psbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.spec.Preset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingApartTest {
    private static Map<String, String> settings(String... keysAndValues) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return settings;
    }

    @Test
    void whatMostOtherRowsHaveComesFirstThenWhatOnlyThePaperHasOtherwise() {
        Map<String, String> row = settings("flip", "true", "training.batch", "64", "loss.asmr.lambda", "4");
        Map<String, String> usual = settings("flip", "true", "training.batch", "64", "loss.asmr.lambda", "6");
        Map<String, String> odd = settings("flip", "true", "training.batch", "64", "loss.asmr.lambda", "9");
        assertThat(SettingApart.of(row, List.of(odd, usual, usual), settings("training.batch", "128", "flip", "true")))
                .containsExactly(
                        new SettingApart("loss.asmr.lambda", "4", "6", null),
                        new SettingApart("training.batch", "64", "64", "128"));
    }

    @Test
    void aPartThatIsSwitchedOffStandsAgainstOneInUse() {
        assertThat(SettingApart.of(
                        settings("loss.asmr", "none"),
                        List.of(settings("loss.asmr.lambda", "6", "loss.asmr.mu", "attached")),
                        settings("loss.asmr.mu", "attached")))
                .containsExactly(new SettingApart("loss.asmr", "none", "in use", "in use"));
        assertThat(SettingApart.of(settings("loss.asmr.lambda", "6"), List.of(settings("loss.asmr", "none")), Map.of()))
                .containsExactly(new SettingApart("loss.asmr.lambda", "6", "none", null));
    }

    @Test
    void numbersAreComparedAsNumbersAndABareWordIsTheNameOfAVariant() {
        assertThat(SettingApart.of(
                        settings("rate", "0.0005", "loss.asmr.form.name", "paper"),
                        List.of(),
                        settings("rate", "5e-4", "loss.asmr.form", "paper")))
                .isEmpty();
    }

    @Test
    void aSettingThatOtherRowsDoNotHaveIsToldApart() {
        assertThat(SettingApart.of(settings("scale", "4"), List.of(settings("flip", "true")), Map.of()))
                .containsExactly(new SettingApart("scale", "4", null, null));
    }

    @Test
    void thePaperProtocolHasDottedKeys() {
        assertThat(Preset.of(Preset.PAPER).settings())
                .containsEntry("input.height", "256")
                .containsEntry("embedding.hidden", "[512,128]")
                .containsEntry("training.learning-rates.image", "1e-3")
                .containsEntry("loss.asmr.form", "paper");
    }
}
