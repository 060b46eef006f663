package io.github.psbench.data.synthped;

/** A colour: red, green and blue, each 0..1, as a screen shows them. */
record Rgb(double red, double green, double blue) {
    static Rgb grey(double value) {
        return new Rgb(value, value, value);
    }

    /**
     * @param hue degrees, any multiple of a full turn added
     * @param saturation 0..1
     * @param value 0..1
     */
    static Rgb ofHue(double hue, double saturation, double value) {
        return new Rgb(
                channel(hue / 60 + 5, saturation, value),
                channel(hue / 60 + 3, saturation, value),
                channel(hue / 60 + 1, saturation, value));
    }

    private static double channel(double turn, double saturation, double value) {
        double k = turn - 6 * Math.floor(turn / 6);
        return value - value * saturation * Math.max(0, Math.min(1, Math.min(k, 4 - k)));
    }

    Rgb times(double factor) {
        return new Rgb(red * factor, green * factor, blue * factor);
    }

    /** This colour, with a share 0..1 of the other mixed in. */
    Rgb mix(Rgb other, double share) {
        return new Rgb(
                red + (other.red - red) * share,
                green + (other.green - green) * share,
                blue + (other.blue - blue) * share);
    }

    double brightness() {
        return 0.299 * red + 0.587 * green + 0.114 * blue;
    }
}
