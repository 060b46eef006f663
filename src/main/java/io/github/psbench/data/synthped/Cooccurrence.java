package io.github.psbench.data.synthped;

import io.github.psbench.data.synthped.Attributes.Age;
import io.github.psbench.data.synthped.Attributes.Bag;
import io.github.psbench.data.synthped.Attributes.Clothes;
import io.github.psbench.data.synthped.Attributes.Gender;
import io.github.psbench.data.synthped.Attributes.Hair;
import io.github.psbench.data.synthped.Attributes.Hat;
import io.github.psbench.data.synthped.Attributes.Length;
import io.github.psbench.data.synthped.Attributes.LowerColour;
import io.github.psbench.data.synthped.Attributes.UpperColour;

/** Which attributes go together: each group is drawn given the ones that it depends on. The package's page tells the model. */
final class Cooccurrence {
    /** How likely a skirt or dress has the colour of what is worn above, where that colour has a name below. */
    private static final double DRESS_OF_ONE_COLOUR = 0.45;

    private Cooccurrence() {}

    static Attributes draw(Dice dice) {
        Gender gender = dice.chance(0.45) ? Gender.FEMALE : Gender.MALE;
        boolean female = gender == Gender.FEMALE;
        Age age = dice.weighted(Age.values(), 0.06, 0.57, 0.28, 0.09);
        Hair hair = dice.chance(longHair(female, age)) ? Hair.LONG : Hair.SHORT;
        Clothes clothes = female && dice.chance(age == Age.OLD ? 0.2 : 0.32) ? Clothes.DRESS : Clothes.PANTS;
        Length lowerLength = dice.chance(shortBelow(clothes, age)) ? Length.SHORT : Length.LONG;
        Length sleeves = dice.chance(lowerLength == Length.SHORT ? 0.88 : 0.68) ? Length.SHORT : Length.LONG;
        Hat hat = dice.chance(hat(female, age)) ? Hat.YES : Hat.NO;
        Bag bag = dice.weighted(Bag.values(), bags(female, age));
        UpperColour upper = dice.weighted(UpperColour.values(), upperColours(female));
        LowerColour lower = lowerColour(upper, clothes, female, dice);
        return new Attributes(age, bag, lower, upper, clothes, lowerLength, sleeves, hair, hat, gender);
    }

    private static double longHair(boolean female, Age age) {
        if (!female) {
            return age == Age.TEENAGER ? 0.04 : 0.01;
        }
        return switch (age) {
            case YOUNG -> 0.65;
            case TEENAGER -> 0.83;
            case ADULT -> 0.58;
            case OLD -> 0.2;
        };
    }

    private static double shortBelow(Clothes clothes, Age age) {
        if (clothes == Clothes.DRESS) {
            return age == Age.OLD ? 0.4 : 0.8;
        }
        return switch (age) {
            case YOUNG -> 0.7;
            case TEENAGER -> 0.6;
            case ADULT -> 0.45;
            case OLD -> 0.25;
        };
    }

    private static double hat(boolean female, Age age) {
        return switch (age) {
            case YOUNG -> 0.2;
            case TEENAGER -> female ? 0.12 : 0.09;
            case ADULT -> female ? 0.12 : 0.07;
            case OLD -> 0.3;
        };
    }

    /** Weights of none, backpack, bag, handbag. */
    private static double[] bags(boolean female, Age age) {
        return switch (age) {
            case YOUNG -> new double[] {0.7, 0.3, 0, 0};
            case TEENAGER -> female ? new double[] {0.29, 0.24, 0.34, 0.13} : new double[] {0.42, 0.37, 0.13, 0.08};
            case ADULT -> female ? new double[] {0.25, 0.06, 0.38, 0.31} : new double[] {0.44, 0.08, 0.28, 0.2};
            case OLD -> female ? new double[] {0.45, 0, 0.15, 0.4} : new double[] {0.7, 0, 0.15, 0.15};
        };
    }

    /** Weights of none, black, blue, green, gray, purple, red, white, yellow. */
    private static double[] upperColours(boolean female) {
        return female
                ? new double[] {0.1, 0.14, 0.06, 0.07, 0.09, 0.06, 0.13, 0.28, 0.07}
                : new double[] {0.08, 0.16, 0.11, 0.08, 0.15, 0.04, 0.09, 0.22, 0.07};
    }

    private static LowerColour lowerColour(UpperColour upper, Clothes clothes, boolean female, Dice dice) {
        boolean dress = clothes == Clothes.DRESS;
        if (dress && upper != UpperColour.NONE && dice.chance(DRESS_OF_ONE_COLOUR)) {
            return alike(upper);
        }
        return dice.weighted(LowerColour.values(), lowerColours(dress, female));
    }

    private static LowerColour alike(UpperColour upper) {
        return switch (upper) {
            case NONE -> LowerColour.NONE;
            case BLACK -> LowerColour.BLACK;
            case BLUE -> LowerColour.BLUE;
            case GREEN -> LowerColour.GREEN;
            case GRAY -> LowerColour.GRAY;
            case PURPLE -> LowerColour.PURPLE;
            case RED -> LowerColour.PINK;
            case WHITE -> LowerColour.WHITE;
            case YELLOW -> LowerColour.YELLOW;
        };
    }

    /** Weights of none, black, blue, brown, gray, green, pink, purple, white, yellow. */
    private static double[] lowerColours(boolean dress, boolean female) {
        if (dress) {
            return new double[] {0.13, 0.24, 0.1, 0.05, 0.09, 0.06, 0.12, 0.02, 0.15, 0.04};
        }
        return female
                ? new double[] {0.05, 0.35, 0.26, 0.07, 0.1, 0.04, 0.04, 0.01, 0.07, 0.01}
                : new double[] {0.03, 0.41, 0.17, 0.11, 0.2, 0.03, 0.01, 0, 0.04, 0};
    }
}
