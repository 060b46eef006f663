package io.github.psbench.data.synthped;

import java.util.List;

/**
 * What a person looks like in the words of the Market-1501 annotation. The order of components is the order of the schema's groups.
 */
public record Attributes(
        Age age,
        Bag bag,
        LowerColour lowerColour,
        UpperColour upperColour,
        Clothes clothes,
        Length lowerLength,
        Length sleeveLength,
        Hair hair,
        Hat hat,
        Gender gender) {
    /** How old the person is. */
    public enum Age {
        YOUNG,
        TEENAGER,
        ADULT,
        OLD
    }

    /** What the person carries; BAG hangs from a shoulder. */
    public enum Bag {
        NONE,
        BACKPACK,
        BAG,
        HANDBAG
    }

    /** The colour of skirt, trousers or shorts. */
    public enum LowerColour {
        NONE,
        BLACK,
        BLUE,
        BROWN,
        GRAY,
        GREEN,
        PINK,
        PURPLE,
        WHITE,
        YELLOW
    }

    /** The colour of shirt, blouse or jacket. */
    public enum UpperColour {
        NONE,
        BLACK,
        BLUE,
        GREEN,
        GRAY,
        PURPLE,
        RED,
        WHITE,
        YELLOW
    }

    /** DRESS is a skirt as well, as in Market-1501. */
    public enum Clothes {
        DRESS,
        PANTS
    }

    /** Of sleeves, and of what is worn below. */
    public enum Length {
        LONG,
        SHORT
    }

    /** The hair's length. */
    public enum Hair {
        SHORT,
        LONG
    }

    /** Whether there is a hat. */
    public enum Hat {
        NO,
        YES
    }

    /** As the annotation has it. */
    public enum Gender {
        MALE,
        FEMALE
    }

    /** One value for each group of the schema, in its order; the constants are named as the schema's values are. */
    public List<Enum<?>> values() {
        return List.of(age, bag, lowerColour, upperColour, clothes, lowerLength, sleeveLength, hair, hat, gender);
    }

    /** In how many groups two people differ. */
    int distance(Attributes other) {
        return differ(age, other.age)
                + differ(bag, other.bag)
                + differ(lowerColour, other.lowerColour)
                + differ(upperColour, other.upperColour)
                + differ(clothes, other.clothes)
                + differ(lowerLength, other.lowerLength)
                + differ(sleeveLength, other.sleeveLength)
                + differ(hair, other.hair)
                + differ(hat, other.hat)
                + differ(gender, other.gender);
    }

    private static int differ(Enum<?> mine, Enum<?> theirs) {
        return mine == theirs ? 0 : 1;
    }
}
