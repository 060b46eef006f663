package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.data.DataSource;
import io.github.psbench.data.SynthPed;
import io.github.psbench.data.synthped.Size;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DatasetNamesTest {
    @Test
    void everyDataSetHasAName() {
        Arrays.stream(DataSource.class.getPermittedSubclasses())
                .map(kind ->
                        kind.getAnnotation(io.github.psbench.base.Name.class).value())
                .forEach(name -> assertThat(DatasetNames.read(name).name()).isEqualTo(name));
    }

    @Test
    void aNameAloneComesWithDefaultSettings() {
        assertThat(DatasetNames.read("synthped")).isEqualTo(new SynthPed(1, Size.SMALL));
    }

    @Test
    void settingsAreThoseOfAnExperimentFile() {
        assertThat(DatasetNames.read("{name: synthped, size: medium}")).isEqualTo(new SynthPed(1, Size.MEDIUM));
        assertThat(DatasetNames.read("{name: synthped, seed: 7, size: large}")).isEqualTo(new SynthPed(7, Size.LARGE));
    }

    @Test
    void everyMistakeInSettingsIsReported() {
        assertThatThrownBy(() -> DatasetNames.read("{name: synthped, size: larg, sead: 2}"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.USAGE))
                .hasMessage("""
                        {name: synthped, size: larg, sead: 2}: size must be one of small, medium, large, got 'larg'; did you mean 'large'?
                        {name: synthped, size: larg, sead: 2}: unknown key 'sead' for synthped; did you mean 'seed'? Known: seed, size""");
    }

    @Test
    void whatCannotBeReadIsAUsersMistake() {
        assertThatThrownBy(() -> DatasetNames.read("{name: synthped"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.USAGE))
                .hasMessageStartingWith("{name: synthped: not valid YAML");
        assertThatThrownBy(() -> DatasetNames.read("{size: medium}"))
                .hasMessage(
                        "{size: medium}: the key 'name' is missing, which chooses the data set: synthped, market1501, peta, pa100k, csv-folder");
        assertThatThrownBy(() -> DatasetNames.read(""))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.USAGE))
                .hasMessage("'': data set must be one of synthped, market1501, peta, pa100k, csv-folder, got nothing");
    }

    @Test
    void aMisspeltNameGetsASuggestion() {
        assertThatThrownBy(() -> DatasetNames.read("Market-1501"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.USAGE))
                .hasMessage(
                        "Market-1501: data set must be one of synthped, market1501, peta, pa100k, csv-folder, got 'Market-1501'; did you mean"
                                + " 'market1501'?");
    }

    @Test
    void aNameLikeNoOtherGetsTheList() {
        assertThatThrownBy(() -> DatasetNames.read("cuhk03"))
                .hasMessage(
                        "cuhk03: data set must be one of synthped, market1501, peta, pa100k, csv-folder, got 'cuhk03'");
    }
}
