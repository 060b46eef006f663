package io.github.psbench.data.synthped;

/**
 * What the names of colours mean: for each, the range of hues (degrees), saturations and values from which a person's own shade is
 * drawn. Neighbours come close (dark gray to black, light gray to white, pink to red) as they do when people name colours.
 */
enum Tint {
    BLACK(0, 360, 0, 0.24, 0.05, 0.23),
    BLUE(203, 243, 0.35, 0.85, 0.32, 0.85),
    BROWN(18, 36, 0.32, 0.65, 0.26, 0.52),
    GRAY(0, 360, 0, 0.1, 0.33, 0.68),
    GREEN(88, 162, 0.3, 0.8, 0.27, 0.68),
    PINK(324, 350, 0.24, 0.52, 0.82, 1),
    PURPLE(260, 298, 0.28, 0.68, 0.3, 0.68),
    RED(346, 369, 0.6, 0.95, 0.45, 0.88),
    WHITE(0, 360, 0, 0.08, 0.8, 1),
    YELLOW(45, 60, 0.45, 0.9, 0.76, 0.98),
    /** No name of the schema: shown where a person's colour is "none". */
    ORANGE(20, 30, 0.8, 0.95, 0.88, 1),
    /** No name of the schema: shown where a person's colour is "none". */
    TURQUOISE(174, 188, 0.5, 0.8, 0.6, 0.85);

    private final double hueFrom;
    private final double hueTo;
    private final double saturationFrom;
    private final double saturationTo;
    private final double valueFrom;
    private final double valueTo;

    Tint(double hueFrom, double hueTo, double saturationFrom, double saturationTo, double valueFrom, double valueTo) {
        this.hueFrom = hueFrom;
        this.hueTo = hueTo;
        this.saturationFrom = saturationFrom;
        this.saturationTo = saturationTo;
        this.valueFrom = valueFrom;
        this.valueTo = valueTo;
    }

    Rgb shade(Dice dice) {
        return Rgb.ofHue(
                dice.between(hueFrom, hueTo),
                dice.between(saturationFrom, saturationTo),
                dice.between(valueFrom, valueTo));
    }

    static Tint any(Dice dice) {
        return dice.any(values());
    }
}
