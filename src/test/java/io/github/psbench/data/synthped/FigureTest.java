package io.github.psbench.data.synthped;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.data.synthped.Attributes.Age;
import io.github.psbench.data.synthped.Attributes.Bag;
import io.github.psbench.data.synthped.Attributes.Clothes;
import io.github.psbench.data.synthped.Attributes.Gender;
import io.github.psbench.data.synthped.Attributes.Hair;
import io.github.psbench.data.synthped.Attributes.Hat;
import io.github.psbench.data.synthped.Attributes.Length;
import io.github.psbench.data.synthped.Attributes.LowerColour;
import io.github.psbench.data.synthped.Attributes.UpperColour;
import io.github.psbench.data.synthped.Canvas.Paint;
import io.github.psbench.data.synthped.Dice.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures without any nuisance, of a person before a plain wall. */
class FigureTest {
    private static final long SEED = 8;
    private static final int PEOPLE = 12;
    private static final Attributes WOMAN = new Attributes(
            Age.TEENAGER,
            Bag.NONE,
            LowerColour.BLUE,
            UpperColour.WHITE,
            Clothes.PANTS,
            Length.LONG,
            Length.SHORT,
            Hair.SHORT,
            Hat.NO,
            Gender.FEMALE);

    @ParameterizedTest
    @ValueSource(doubles = {0, 90, 180, 270})
    void everyAttributeButTheBagCanBeSeenFromEverySide(double degrees) {
        assertThat(changed(WOMAN, age(Age.YOUNG), degrees)).isGreaterThan(400);
        assertThat(changed(WOMAN, age(Age.OLD), degrees)).isGreaterThan(150);
        assertThat(changed(WOMAN, colours(LowerColour.PINK, UpperColour.WHITE), degrees))
                .isGreaterThan(300);
        assertThat(changed(WOMAN, colours(LowerColour.BLUE, UpperColour.RED), degrees))
                .isGreaterThan(300);
        assertThat(changed(WOMAN, wears(Clothes.DRESS, Length.LONG, Length.SHORT), degrees))
                .isGreaterThan(100);
        assertThat(changed(WOMAN, wears(Clothes.PANTS, Length.SHORT, Length.SHORT), degrees))
                .isGreaterThan(100);
        assertThat(changed(WOMAN, wears(Clothes.PANTS, Length.LONG, Length.LONG), degrees))
                .isGreaterThan(40);
        assertThat(changed(WOMAN, head(Hair.LONG, Hat.NO, Gender.FEMALE), degrees))
                .isGreaterThan(30);
        assertThat(changed(WOMAN, head(Hair.SHORT, Hat.YES, Gender.FEMALE), degrees))
                .isGreaterThan(40);
        assertThat(changed(WOMAN, head(Hair.SHORT, Hat.NO, Gender.MALE), degrees))
                .isGreaterThan(60);
    }

    @ParameterizedTest
    @EnumSource(
            value = Bag.class,
            names = {"BACKPACK", "BAG", "HANDBAG"})
    void everyBagCanBeSeenOnTheAverageOverSides(Bag bag) {
        double sum = 0;
        for (double degrees = 0; degrees < 360; degrees += 45) {
            sum += changed(WOMAN, with(bag), degrees);
        }
        assertThat(sum / 8).as("pixels a bag changes, seed %d", SEED).isGreaterThan(60);
    }

    @Test
    void aBackpackIsLargeFromBehindAndOnlyStrapsFromTheFront() {
        assertThat(changed(WOMAN, with(Bag.BACKPACK), 180)).isGreaterThan(3 * changed(WOMAN, with(Bag.BACKPACK), 0));
    }

    @Test
    void theChestHasTheNamedColour() {
        for (UpperColour colour : UpperColour.values()) {
            if (colour == UpperColour.NONE) {
                continue;
            }
            Attributes attributes = colours(LowerColour.BLUE, colour);
            int right = 0;
            for (int i = 0; i < 30; i++) {
                Person person = person(attributes, i);
                if (person.upper().pattern() == Garment.Pattern.PLAIN) {
                    right += nearest(chest(person, attributes)) == Tint.valueOf(colour.name()) ? 1 : 0;
                } else {
                    right++;
                }
            }
            assertThat(right).as("of 30 people in %s, seed %d", colour, SEED).isGreaterThanOrEqualTo(26);
        }
    }

    private static Attributes age(Age age) {
        return woman(age, Bag.NONE, LowerColour.BLUE, UpperColour.WHITE);
    }

    private static Attributes with(Bag bag) {
        return woman(Age.TEENAGER, bag, LowerColour.BLUE, UpperColour.WHITE);
    }

    private static Attributes colours(LowerColour lower, UpperColour upper) {
        return woman(Age.TEENAGER, Bag.NONE, lower, upper);
    }

    private static Attributes woman(Age age, Bag bag, LowerColour lower, UpperColour upper) {
        return new Attributes(
                age,
                bag,
                lower,
                upper,
                WOMAN.clothes(),
                WOMAN.lowerLength(),
                WOMAN.sleeveLength(),
                WOMAN.hair(),
                WOMAN.hat(),
                WOMAN.gender());
    }

    private static Attributes wears(Clothes clothes, Length lower, Length sleeves) {
        return woman(clothes, lower, sleeves, WOMAN.hair(), WOMAN.hat(), WOMAN.gender());
    }

    private static Attributes head(Hair hair, Hat hat, Gender gender) {
        return woman(WOMAN.clothes(), WOMAN.lowerLength(), WOMAN.sleeveLength(), hair, hat, gender);
    }

    private static Attributes woman(Clothes clothes, Length lower, Length sleeves, Hair hair, Hat hat, Gender gender) {
        return new Attributes(
                WOMAN.age(),
                WOMAN.bag(),
                WOMAN.lowerColour(),
                WOMAN.upperColour(),
                clothes,
                lower,
                sleeves,
                hair,
                hat,
                gender);
    }

    private static Person person(Attributes attributes, int number) {
        return Person.draw(attributes, Dice.of(SEED, Purpose.PERSON, number));
    }

    /** How many pixels on average look clearly different between people who differ in one attribute and share their dice. */
    private static double changed(Attributes one, Attributes other, double degrees) {
        int pixels = 0;
        for (int i = 0; i < PEOPLE; i++) {
            Canvas first = painted(person(one, i), one, degrees);
            Canvas second = painted(person(other, i), other, degrees);
            for (int at = 0; at < first.values.length; at += 3) {
                double difference = 0;
                for (int channel = 0; channel < 3; channel++) {
                    difference += Math.abs(first.values[at + channel] - second.values[at + channel]);
                }
                pixels += difference > 0.3 ? 1 : 0;
            }
        }
        return (double) pixels / PEOPLE;
    }

    private static Canvas painted(Person person, Attributes attributes, double degrees) {
        Canvas canvas = new Canvas();
        canvas.fillAll(Paint.plain(new Rgb(0.5, 0.55, 0.45)));
        double scale = 112 * person.build().stature();
        Stance stance = new Stance(Math.toRadians(degrees), 0.15, 0.6, 0.2, false, 32, 121, scale);
        Figure.paint(Body.of(person, attributes, stance, 0.3), canvas);
        return canvas;
    }

    private static Rgb chest(Person person, Attributes attributes) {
        Canvas canvas = painted(person, attributes, 0);
        int at = (48 * Canvas.WIDTH + 32) * 3;
        return new Rgb(canvas.values[at], canvas.values[at + 1], canvas.values[at + 2]);
    }

    /** The upper colour's name that a shade is most like, by a hundred shades of each. */
    private static Tint nearest(Rgb colour) {
        Tint best = Tint.BLACK;
        double least = Double.MAX_VALUE;
        Dice dice = Dice.of(SEED, Purpose.PERSON, 1_000);
        for (UpperColour name : UpperColour.values()) {
            if (name == UpperColour.NONE) {
                continue;
            }
            Tint tint = Tint.valueOf(name.name());
            for (int i = 0; i < 100; i++) {
                Rgb shade = tint.shade(dice);
                double distance = Math.abs(shade.red() - colour.red())
                        + Math.abs(shade.green() - colour.green())
                        + Math.abs(shade.blue() - colour.blue());
                if (distance < least) {
                    least = distance;
                    best = tint;
                }
            }
        }
        return best;
    }
}
