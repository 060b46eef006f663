package io.github.psbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.Failure;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AttributeQueryTest {
    private static final AttributeSchema SCHEMA = new AttributeSchema(List.of(
            AttributeGroup.oneOf("gender", List.of("male", "female"), Encoding.PATTERNS),
            AttributeGroup.oneOf("upper colour", List.of("red", "Dark blue", "none"), Encoding.PATTERNS),
            AttributeGroup.anyOf(
                    "carrying", List.of("hat", "bag"), List.of(set(), set(0), set(1), set(0, 1)), Encoding.BITS)));

    private static SortedSet<Integer> set(Integer... members) {
        return new TreeSet<>(List.of(members));
    }

    @Test
    void namesAndValuesMayBeWrittenWithHyphensAndInAnyCase() {
        AttributeQuery query = AttributeQuery.parse(SCHEMA, "Gender=FEMALE, upper-colour=dark_blue");
        assertThat(query.allowed()).containsExactly(set(1), set(1), set(0, 1, 2, 3));
        assertThat(query.inWords()).containsExactly("gender: female", "upper colour: Dark blue");
        assertThat(query.isOpen(2)).isTrue();
    }

    @Test
    void alternativesAreAllowedTogether() {
        assertThat(AttributeQuery.parse(SCHEMA, "upper-colour=red|none").inWords())
                .containsExactly("upper colour: red or none");
    }

    @Test
    void anAttributeThatDoesNotExcludeOthersIsAskedForByItsOwnName() {
        AttributeQuery query = AttributeQuery.parse(SCHEMA, "hat=yes, bag=no");
        assertThat(query.matches(new PersonCategory(List.of(0, 0, 1)))).isTrue();
        assertThat(query.matches(new PersonCategory(List.of(0, 0, 3)))).isFalse();
        assertThat(query.matches(new PersonCategory(List.of(0, 0, 0)))).isFalse();
    }

    @Test
    void anEmptyQueryAsksForAnybody() {
        assertThat(AttributeQuery.parse(SCHEMA, " ").inWords()).isEmpty();
    }

    @Test
    void everyMistakeIsToldWithWhatWasProbablyMeant() {
        assertThatThrownBy(() -> AttributeQuery.parse(SCHEMA, "gendr=female, upper-colour=redd, hat=maybe, bag"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("there is no attribute 'gendr'; did you mean 'gender'?")
                .hasMessageContaining("upper colour has no value 'redd'; did you mean 'red'?")
                .hasMessageContaining("hat must be yes or no, got 'maybe'")
                .hasMessageContaining("'bag' must be an attribute and its value, like gender=male");
    }

    @Test
    void askingForTwoValuesOfAGroupThatExcludeEachOtherIsRefused() {
        assertThatThrownBy(() -> AttributeQuery.parse(SCHEMA, "gender=male, gender=female"))
                .hasMessageContaining("'gender=female' leaves nobody");
    }
}
