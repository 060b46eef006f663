package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.data.DataSource;
import io.github.psbench.data.SynthPed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DatasetNamesTest {
    @Test
    void everyDataSetHasAName() {
        Arrays.stream(DataSource.class.getPermittedSubclasses())
                .map(kind ->
                        kind.getAnnotation(io.github.psbench.base.Name.class).value())
                .forEach(name -> assertThat(DatasetNames.byName(name).name()).isEqualTo(name));
    }

    @Test
    void synthpedComesWithItsDefaultSeed() {
        assertThat(DatasetNames.byName("synthped")).isEqualTo(new SynthPed(1));
    }

    @Test
    void aMisspeltNameGetsASuggestion() {
        assertThatThrownBy(() -> DatasetNames.byName("Market-1501"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.USAGE))
                .hasMessage("Market-1501: data set must be one of synthped, market1501, got 'Market-1501'; did you mean"
                        + " 'market1501'?");
    }

    @Test
    void aNameLikeNoOtherGetsTheList() {
        assertThatThrownBy(() -> DatasetNames.byName("cuhk03"))
                .hasMessage("cuhk03: data set must be one of synthped, market1501, got 'cuhk03'");
    }
}
