package io.github.psbench.data.synthped;

import io.github.psbench.data.synthped.Attributes.Age;
import io.github.psbench.data.synthped.Attributes.Gender;

/**
 * One person: what the attributes leave open, and all of this person's images share.
 *
 * @param build the body's measures
 * @param footwear the shoes' colour
 * @param soles the soles' colour
 * @param luggage the bag's colour, if there is one
 * @param bagSide -1 or 1: on which side a shoulder bag hangs or a handbag is carried
 * @param bagSize about 1
 * @param bagOnForearm whether a handbag hangs from a bent arm and not from the hand
 * @param hatShape the hat's kind, if there is one
 * @param beard how much of the beard's colour shows, 0 for none
 * @param gait how far the legs swing when walking, radians
 * @param cane whether an old person leans on one
 */
record Person(
        Attributes attributes,
        Build build,
        Rgb skin,
        Rgb hairColour,
        HairCut hairCut,
        Garment upper,
        Garment lower,
        Rgb footwear,
        Rgb soles,
        Rgb luggage,
        int bagSide,
        double bagSize,
        boolean bagOnForearm,
        HatShape hatShape,
        Rgb hatColour,
        double beard,
        boolean glasses,
        double gait,
        boolean cane) {
    /** How hair of the named length is worn. */
    enum HairCut {
        OPEN,
        TAIL,
        BALD
    }

    /** What a hat may be. */
    enum HatShape {
        CAP,
        SUN_HAT,
        BEANIE
    }

    private enum HairTone {
        BLACK,
        BROWN,
        FAIR
    }

    private static final Rgb FAIR_SKIN = new Rgb(0.93, 0.76, 0.66);
    private static final Rgb DARK_SKIN = new Rgb(0.42, 0.28, 0.21);

    static Person draw(Attributes attributes, Dice dice) {
        boolean old = attributes.age() == Age.OLD;
        boolean male = attributes.gender() == Gender.MALE;
        boolean grown = old || attributes.age() == Age.ADULT;
        Rgb hair = hairColour(attributes.age(), dice);
        boolean teenager = attributes.age() == Age.TEENAGER || attributes.age() == Age.YOUNG;
        boolean bald = male && attributes.hair() == Attributes.Hair.SHORT && dice.chance(old ? 0.4 : grown ? 0.1 : 0);
        boolean tail = attributes.hair() == Attributes.Hair.LONG && dice.chance(0.2);
        return new Person(
                attributes,
                Build.draw(attributes, dice),
                FAIR_SKIN.mix(DARK_SKIN, dice.chance(0.8) ? dice.between(0, 0.4) : dice.between(0.4, 1)),
                hair,
                bald ? HairCut.BALD : tail ? HairCut.TAIL : HairCut.OPEN,
                Garment.upper(attributes.upperColour(), dice),
                Garment.lower(attributes.lowerColour(), dice),
                teenager && dice.chance(0.7)
                        ? Tint.any(dice).shade(dice)
                        : (dice.chance(0.7) ? Tint.BLACK : Tint.BROWN).shade(dice),
                teenager ? Rgb.grey(dice.between(0.75, 0.95)) : Rgb.grey(dice.between(0.08, 0.2)),
                (dice.chance(0.45) ? (dice.chance(0.6) ? Tint.BLACK : Tint.BROWN) : Tint.any(dice)).shade(dice),
                dice.chance(0.5) ? 1 : -1,
                dice.between(0.88, 1.18),
                dice.chance(0.4),
                hatShape(attributes, dice),
                hatColour(hair, dice),
                male && grown && dice.chance(0.4) ? dice.between(0.5, 0.95) : 0,
                dice.chance(grown ? 0.35 : 0.12),
                old ? dice.between(0.15, 0.3) : dice.between(0.25, 0.48),
                old && dice.chance(0.35));
    }

    private static Rgb hairColour(Age age, Dice dice) {
        if (age == Age.OLD) {
            return Rgb.grey(dice.between(0.72, 0.93));
        }
        return switch (dice.weighted(HairTone.values(), 0.6, 0.25, 0.15)) {
            case BLACK -> Rgb.ofHue(25, dice.between(0.1, 0.4), dice.between(0.05, 0.2));
            case BROWN -> Rgb.ofHue(dice.between(18, 30), dice.between(0.5, 0.7), dice.between(0.22, 0.38));
            case FAIR -> Rgb.ofHue(dice.between(32, 42), dice.between(0.4, 0.6), dice.between(0.5, 0.75));
        };
    }

    private static HatShape hatShape(Attributes attributes, Dice dice) {
        return attributes.gender() == Gender.FEMALE
                ? dice.weighted(HatShape.values(), 0.4, 0.45, 0.15)
                : dice.weighted(HatShape.values(), 0.65, 0.2, 0.15);
    }

    /** Unlike the hair, so that it can be told from it. */
    private static Rgb hatColour(Rgb hair, Dice dice) {
        Rgb hat = Tint.any(dice).shade(dice);
        while (Math.abs(hat.red() - hair.red())
                        + Math.abs(hat.green() - hair.green())
                        + Math.abs(hat.blue() - hair.blue())
                < 0.5) {
            hat = Tint.any(dice).shade(dice);
        }
        return hat;
    }
}
