package io.github.psbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.Failure;
import io.github.psbench.data.PersonDataset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CategoryPairTest {
    private static final PersonDataset PEOPLE = new SomePeople()
            .with(6, 0, 0, 0)
            .with(30, 1, 1, 1)
            .with(8, 0, 0, 1)
            .with(7, 0, 1, 1)
            .with(4, 1, 1, 2)
            .made();

    @Test
    void thePairDiffersInOneGroupAndItsSmallerCategoryIsTheLargest() {
        // 30 + 7 differ in one group as well as 8 + 7, and 30 + 4 has too few images.
        CategoryPair pair = Objects.requireNonNull(CategoryPair.byRule(PEOPLE));
        assertThat(pair).isEqualTo(new CategoryPair(1, 3, 30, 7, false));
        assertThat(pair.shared(PEOPLE)).isEqualTo("hat yes, upper colour white");
        assertThat(pair.own(PEOPLE, 1)).isEqualTo("gender female");
        assertThat(pair.own(PEOPLE, 3)).isEqualTo("gender male");
    }

    @Test
    void whereNoPairDiffersInOneGroupTheNearestIsTaken() {
        PersonDataset apart = new SomePeople()
                .with(6, 0, 0, 0)
                .with(9, 1, 1, 1)
                .with(5, 0, 1, 1)
                .with(9, 1, 0, 2)
                .made();
        assertThat(CategoryPair.byRule(apart)).isEqualTo(new CategoryPair(1, 2, 9, 5, false));
        PersonDataset farther =
                new SomePeople().with(6, 0, 0, 0).with(9, 1, 1, 1).made();
        CategoryPair pair = Objects.requireNonNull(CategoryPair.byRule(farther));
        assertThat(pair).isEqualTo(new CategoryPair(0, 1, 6, 9, false));
        assertThat(pair.shared(farther)).isEqualTo("nothing");
    }

    @Test
    void whereAllCategoriesAreSmallTheyWillDo() {
        PersonDataset small = new SomePeople().with(1, 0, 0, 0).with(2, 0, 0, 1).made();
        assertThat(CategoryPair.byRule(small)).isEqualTo(new CategoryPair(0, 1, 1, 2, false));
        assertThat(CategoryPair.byRule(new SomePeople().with(9, 0, 0, 0).made()))
                .isNull();
    }

    @Test
    void whatAQueryLeavesOpenIsTheCategoryWithMostImages() {
        assertThat(CategoryPair.of(PEOPLE, List.of("hat=yes", "Hat = no")))
                .isEqualTo(new CategoryPair(1, 2, 30, 8, true));
        assertThat(CategoryPair.of(PEOPLE, List.of("gender=male, hat=yes", "upper-colour=red")))
                .isEqualTo(new CategoryPair(3, 0, 7, 6, true));
    }

    @Test
    void aQueryThatFitsNobodyNamesTheNearest() {
        assertThatThrownBy(
                        () -> CategoryPair.of(PEOPLE, List.of("hat=yes", "gender=female, hat=yes, upper-colour=red")))
                .isInstanceOf(Failure.class)
                .hasMessage(
                        "category 'gender=female, hat=yes, upper-colour=red': the gallery of people has nobody like that. The nearest"
                                + " is 'gender=female, hat=yes, upper-colour=white'.");
    }

    @Test
    void twoQueriesForOneCategoryAndUnknownValuesAreRefused() {
        assertThatThrownBy(() -> CategoryPair.of(PEOPLE, List.of("hat=yes", "gender=female")))
                .isInstanceOf(Failure.class)
                .hasMessage("'hat=yes' and 'gender=female' are the same category of people: gender=female, hat=yes,"
                        + " upper-colour=white. Ask for two that differ.");
        assertThatThrownBy(() -> CategoryPair.of(PEOPLE, List.of("hat=yes", "uper-colour=red")))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("--categories (in the file: tsne.categories) '")
                .hasMessageContaining("did you mean 'upper-colour'?");
    }

    @Test
    void theColoursAreOfTheGroupWithoutACommonValue() {
        ColourGroup colour = ColourGroup.of(PEOPLE, null);
        // Gender is split 21 to 34, hat 14 to 41, upper colour 6, 45 and 4.
        assertThat(colour).isEqualTo(new ColourGroup(0, List.of(0, 1), List.of(21, 34), false));
        assertThat(ColourGroup.of(PEOPLE, "Upper-Colour"))
                .isEqualTo(new ColourGroup(2, List.of(0, 1, 2), List.of(6, 45, 4), true));
        assertThatThrownBy(() -> ColourGroup.of(PEOPLE, "upper color"))
                .isInstanceOf(Failure.class)
                .hasMessage(
                        "tsne.colour: people has no attribute group 'upper color'; did you mean 'upper-colour'? Known: gender, hat,"
                                + " upper-colour");
    }
}
