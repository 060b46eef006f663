package io.github.psbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.InvalidSetting;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ValidationTest {
    private static final PersonDataset PEOPLE = TinyPeople.dataset(60, 24);

    @Test
    void holdsOutWholeCategoriesOfTheTrainingImagesAndNothingElse() {
        PersonDataset split = new Validation(0.34, 0).of(PEOPLE);

        assertThat(PEOPLE.trainCategories()).hasSize(6);
        assertThat(split.queryCategories()).hasSize(2);
        assertThat(split.trainCategories()).hasSize(4).doesNotContainAnyElementsOf(split.queryCategories());
        assertThat(split.images()).containsExactlyInAnyOrderElementsOf(PEOPLE.train());
        assertThat(split.unseenCategories()).isEqualTo(split.queryCategories());
    }

    @Test
    void neverShowsAnImageOfTheTestSet() {
        Set<PersonImage> test = new HashSet<>(PEOPLE.gallery());

        assertThat(new Validation(0.34, 3).of(PEOPLE).images()).doesNotContainAnyElementsOf(test);
    }

    @Test
    void aSeedFixesTheSplitAndAnotherGivesAnother() {
        Set<Set<PersonCategory>> splits = new HashSet<>();
        for (long seed = 0; seed < 8; seed++) {
            PersonDataset split = new Validation(0.34, seed).of(PEOPLE);
            assertThat(new Validation(0.34, seed).of(PEOPLE).gallery()).isEqualTo(split.gallery());
            splits.add(new HashSet<>(split.queryCategories()));
        }
        assertThat(splits).hasSizeGreaterThan(3);
    }

    @Test
    void isAnotherDataSetToWhateverKeepsResultsOrPixels() {
        PersonDataset split = new Validation(0.34, 0).of(PEOPLE);
        PersonDataset other = new Validation(0.34, 1).of(PEOPLE);

        assertThat(Set.of(
                        PEOPLE.digest(),
                        split.digest(),
                        other.digest(),
                        PEOPLE.digests().pictures(),
                        split.digests().pictures(),
                        other.digests().pictures()))
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(split.digests().pictures()).isNotEqualTo(PEOPLE.digests().pictures());
        assertThat(split.digests().pictures()).isNotEqualTo(other.digests().pictures());
    }

    @Test
    void refusesSharesThatLeaveNothing() {
        assertThatThrownBy(() -> new Validation(1, 0)).isInstanceOf(InvalidSetting.class);
        assertThatThrownBy(() -> new Validation(0, 0)).isInstanceOf(InvalidSetting.class);
        assertThatThrownBy(() -> new Validation(0.9, 0).of(PEOPLE))
                .hasMessageContaining("6 training categories, too few to hold out 5");
    }
}
