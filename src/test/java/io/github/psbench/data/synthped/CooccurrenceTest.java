package io.github.psbench.data.synthped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.psbench.data.synthped.Attributes.Age;
import io.github.psbench.data.synthped.Attributes.Clothes;
import io.github.psbench.data.synthped.Attributes.Gender;
import io.github.psbench.data.synthped.Attributes.Hair;
import io.github.psbench.data.synthped.Attributes.Length;
import io.github.psbench.data.synthped.Dice.Purpose;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CooccurrenceTest {
    private static final long SEED = 5;
    private static final List<Attributes> PEOPLE = people();

    private static List<Attributes> people() {
        Dice dice = Dice.of(SEED, Purpose.CATEGORIES, 0);
        return Stream.generate(() -> Cooccurrence.draw(dice)).limit(20_000).toList();
    }

    @Test
    void everyValueOfEveryGroupOccurs() {
        int found = 0;
        for (int g = 0; g < 10; g++) {
            int group = g;
            found += (int) PEOPLE.stream()
                    .map(person -> person.values().get(group))
                    .distinct()
                    .count();
        }
        assertThat(found).as("values of all groups, seed %d", SEED).isEqualTo(39);
    }

    @Test
    void onlyWomenWearDresses() {
        assertThat(rate(woman().negate(), person -> person.clothes() == Clothes.DRESS))
                .isZero();
        assertThat(rate(woman(), person -> person.clothes() == Clothes.DRESS)).isCloseTo(0.31, within(0.02));
    }

    @Test
    void womenHaveLongHairMoreOftenAndOldOnesLessOften() {
        Predicate<Attributes> old = person -> person.age() == Age.OLD;
        Predicate<Attributes> longHair = person -> person.hair() == Hair.LONG;
        assertThat(rate(woman().negate(), longHair)).isLessThan(0.05);
        assertThat(rate(woman().and(old.negate()), longHair)).isCloseTo(0.74, within(0.03));
        assertThat(rate(woman().and(old), longHair)).isCloseTo(0.2, within(0.05));
    }

    @Test
    void shortSleevesGoWithShortTrousers() {
        Predicate<Attributes> shortBelow = person -> person.lowerLength() == Length.SHORT;
        Predicate<Attributes> shortSleeves = person -> person.sleeveLength() == Length.SHORT;
        assertThat(rate(shortBelow, shortSleeves)).isCloseTo(0.88, within(0.02));
        assertThat(rate(shortBelow.negate(), shortSleeves)).isCloseTo(0.68, within(0.02));
    }

    private static Predicate<Attributes> woman() {
        return person -> person.gender() == Gender.FEMALE;
    }

    private static double rate(Predicate<Attributes> among, Predicate<Attributes> of) {
        List<Attributes> some = PEOPLE.stream().filter(among).toList();
        return (double) some.stream().filter(of).count() / some.size();
    }
}
