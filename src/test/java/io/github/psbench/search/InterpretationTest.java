package io.github.psbench.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.AttributeQuery;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.Encoding;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.search.KnownCategories.Known;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterpretationTest {
    private static final AttributeSchema SCHEMA = new AttributeSchema(List.of(
            AttributeGroup.oneOf("gender", List.of("male", "female"), Encoding.PATTERNS),
            AttributeGroup.oneOf("upper colour", List.of("red", "green", "blue"), Encoding.PATTERNS),
            AttributeGroup.oneOf("hat", List.of("no", "yes"), Encoding.PATTERNS)));

    /** Two of women in red, of which the second has more images; a query category without any; nobody with a hat but men in green. */
    private static final KnownCategories KNOWN = new KnownCategories(
            SCHEMA,
            List.of(known(3, 1, 0, 0), known(5, 0, 1, 1), known(3, 0, 0, 0), known(9, 1, 1, 0), known(0, 1, 2, 0)),
            true);

    private static Known known(int images, Integer... values) {
        return new Known(new PersonCategory(List.of(values)), images, new float[] {1});
    }

    private static Interpretation read(String query, OpenRule rule) {
        return Interpretation.of(AttributeQuery.parse(SCHEMA, query), rule, KNOWN);
    }

    private static List<List<Integer>> values(Interpretation meaning) {
        return meaning.categories().stream()
                .map(asked -> asked.category().values())
                .toList();
    }

    @Test
    void whatIsOpenIsAveragedOverAllKnownCategoriesThatFit() {
        Interpretation meaning = read("gender=female", OpenRule.AVERAGE);
        assertThat(meaning.basis()).isEqualTo(Interpretation.Basis.AVERAGE);
        assertThat(values(meaning)).containsExactly(List.of(1, 0, 0), List.of(1, 1, 0), List.of(1, 2, 0));
        assertThat(meaning.inWords(AttributeQuery.parse(SCHEMA, "gender=female")))
                .isEqualTo(
                        "Left open: upper colour, hat. Searched with the average of the embeddings of all 3 known categories that"
                                + " fit.");
    }

    @Test
    void theMostFrequentIsTheOneWithTheMostTrainingImagesAndOfEqualsTheFirst() {
        assertThat(values(read("gender=female", OpenRule.FREQUENT))).containsExactly(List.of(1, 1, 0));
        assertThat(values(read("upper-colour=red", OpenRule.FREQUENT))).containsExactly(List.of(1, 0, 0));
    }

    @Test
    void alternativesAreOpenToo() {
        Interpretation meaning = read("gender=female, upper-colour=red|blue, hat=no", OpenRule.AVERAGE);
        assertThat(values(meaning)).containsExactly(List.of(1, 0, 0), List.of(1, 2, 0));
        assertThat(meaning.inWords(AttributeQuery.parse(SCHEMA, "gender=female, upper-colour=red|blue, hat=no")))
                .doesNotContain("Left open");
    }

    @Test
    void aCompleteQueryIsTakenAsItIsWhateverIsKnown() {
        Interpretation known = read("gender=female, upper-colour=red, hat=no", OpenRule.FREQUENT);
        assertThat(known.basis()).isEqualTo(Interpretation.Basis.COMPLETE);
        assertThat(known.categories().get(0).isKnown()).isTrue();
        Interpretation unknown = read("gender=female, upper-colour=red, hat=yes", OpenRule.AVERAGE);
        assertThat(unknown.categories())
                .containsExactly(new Interpretation.Asked(new PersonCategory(List.of(1, 0, 1)), 0, false));
    }

    @Test
    void whereNothingFitsWhatIsOpenIsFilledFromThoseWhoAgreeWithMost() {
        // Women with a hat: nobody. Known women (12 images) and the man with a hat (5) agree in one of two; of them
        // most are in green.
        Interpretation meaning = read("gender=female, hat=yes", OpenRule.AVERAGE);
        assertThat(meaning.basis()).isEqualTo(Interpretation.Basis.FILLED);
        assertThat(values(meaning)).containsExactly(List.of(1, 1, 1));
        assertThat(meaning.fitting()).isZero();
        assertThat(meaning.categories().get(0).isKnown()).isFalse();
        assertThat(meaning.inWords(AttributeQuery.parse(SCHEMA, "gender=female, hat=yes")))
                .startsWith("Left open: upper colour. No known category fits.")
                .contains("gender female, upper colour green, hat yes");
    }

    @Test
    void aFilledQueryKeepsToItsAlternatives() {
        assertThat(values(read("gender=female, hat=yes, upper-colour=red|blue", OpenRule.AVERAGE)))
                .containsExactly(List.of(1, 0, 1));
    }
}
