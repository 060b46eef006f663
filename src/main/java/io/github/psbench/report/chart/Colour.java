package io.github.psbench.report.chart;

import java.awt.Color;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a group of points is painted in.
 *
 * @param rgb red, green and blue, eight bits each
 */
public record Colour(int rgb) {
    /** For what is there but not meant. */
    public static final Colour BACKGROUND = new Colour(0xC9C9C9);

    /** As bright as this, a colour is not seen on white: it gets an outline. */
    private static final double PALE = 0.6;

    /** Those that clothes have, in tints that differ in lightness as well as in hue. */
    private static final Map<String, Colour> NAMED = Map.ofEntries(
            Map.entry("black", new Colour(0x222222)),
            Map.entry("white", new Colour(0xFFFFFF)),
            Map.entry("red", new Colour(0xD7191C)),
            Map.entry("orange", new Colour(0xF39C12)),
            Map.entry("yellow", new Colour(0xF0E442)),
            Map.entry("green", new Colour(0x3DAA6D)),
            Map.entry("blue", new Colour(0x0072B2)),
            Map.entry("purple", new Colour(0x8E44AD)),
            Map.entry("pink", new Colour(0xF4A6C6)),
            Map.entry("brown", new Colour(0x7A4B1E)),
            Map.entry("grey", new Colour(0x8C8C8C)),
            Map.entry("gray", new Colour(0x8C8C8C)));

    /** A colour for each number, the same in all charts; they begin again when they have run out. */
    public static Colour numbered(int number) {
        return new Colour(Palette.colour(number).getRGB() & 0xFFFFFF);
    }

    /** What a word such as "red" names; null where it names no colour. */
    public static @Nullable Colour named(String word) {
        return NAMED.get(word.strip().toLowerCase(Locale.ROOT));
    }

    Color paint() {
        return new Color(rgb);
    }

    /** Whether it needs an outline on white paper: by its relative luminance, roughly. */
    boolean isPale() {
        Color paint = paint();
        return (0.2126 * paint.getRed() + 0.7152 * paint.getGreen() + 0.0722 * paint.getBlue()) / 255 > PALE;
    }
}
