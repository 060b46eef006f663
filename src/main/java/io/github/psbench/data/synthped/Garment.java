package io.github.psbench.data.synthped;

import io.github.psbench.data.synthped.Attributes.LowerColour;
import io.github.psbench.data.synthped.Attributes.UpperColour;

/**
 * One piece of clothing as one person owns it.
 *
 * @param colour the shade that its attribute names
 * @param accent the pattern's other colour
 * @param folds how strongly folds darken and lighten it, 0..1
 */
record Garment(Rgb colour, Rgb accent, Pattern pattern, double folds, Noise texture) {
    /** What is printed on it; all but PLAIN tell people of one category apart. */
    enum Pattern {
        PLAIN,
        PRINT,
        STRIPES_ACROSS,
        STRIPES_DOWN,
        CHECKS
    }

    /** Half of the people in plain clothes, and the others' patterns mostly close to the named colour. */
    private static final double[] UPPER_PATTERNS = {0.52, 0.2, 0.1, 0.08, 0.1};

    private static final double[] LOWER_PATTERNS = {0.84, 0, 0, 0.08, 0.08};
    private static final double[] BOLD_PATTERNS = {0, 0, 1, 1, 1};

    static Garment upper(UpperColour colour, Dice dice) {
        return colour == UpperColour.NONE ? unnamed(dice) : named(Tint.valueOf(colour.name()), dice, UPPER_PATTERNS);
    }

    static Garment lower(LowerColour colour, Dice dice) {
        return colour == LowerColour.NONE ? unnamed(dice) : named(Tint.valueOf(colour.name()), dice, LOWER_PATTERNS);
    }

    private static Garment named(Tint tint, Dice dice, double[] patterns) {
        Rgb colour = tint.shade(dice);
        Pattern pattern = dice.weighted(Pattern.values(), patterns);
        Rgb accent = pattern == Pattern.PRINT
                ? Tint.any(dice).shade(dice)
                : colour.mix(Rgb.grey(colour.brightness() > 0.4 ? 0.05 : 0.95), dice.between(0.12, 0.4));
        return new Garment(colour, accent, pattern, dice.between(0.04, 0.13), new Noise(dice.seed()));
    }

    /** A colour without a name in the schema, or two bold ones of which neither is the garment's. */
    private static Garment unnamed(Dice dice) {
        boolean oneColour = dice.chance(0.45);
        Rgb colour = oneColour
                ? (dice.chance(0.5) ? Tint.ORANGE : Tint.TURQUOISE).shade(dice)
                : Tint.any(dice).shade(dice);
        Rgb accent = colour;
        Pattern pattern = Pattern.PLAIN;
        if (!oneColour) {
            pattern = dice.weighted(Pattern.values(), BOLD_PATTERNS);
            accent = farFrom(colour, dice);
        }
        return new Garment(colour, accent, pattern, dice.between(0.04, 0.13), new Noise(dice.seed()));
    }

    private static Rgb farFrom(Rgb colour, Dice dice) {
        Rgb other = Tint.any(dice).shade(dice);
        while (Math.abs(other.red() - colour.red())
                        + Math.abs(other.green() - colour.green())
                        + Math.abs(other.blue() - colour.blue())
                < 0.9) {
            other = Tint.any(dice).shade(dice);
        }
        return other;
    }

    /**
     * The garment's colour before light falls on it.
     *
     * @param u to the right of the wearer's middle, in statures
     * @param v below the wearer's shoulders, in statures
     */
    Rgb at(double u, double v) {
        boolean other =
                switch (pattern) {
                    case PLAIN, PRINT -> false;
                    case STRIPES_ACROSS -> odd(v);
                    case STRIPES_DOWN -> odd(u);
                    case CHECKS -> odd(u) != odd(v);
                };
        double fold = folds * (texture.at(u * 22, v * 9) + 0.5 * texture.at(u * 50 + 7, v * 30));
        return (other ? accent : colour).times(1 + fold);
    }

    /** Which of two bands of 0.045 statures, about five pixels each, a coordinate falls in. */
    private static boolean odd(double coordinate) {
        return ((long) Math.floor(coordinate / 0.045) & 1) == 1;
    }
}
