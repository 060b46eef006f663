package io.github.psbench.report.chart;

import java.awt.Font;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of text at its place: the outlines of its letters. Where it is ASCII the letters are known one by one, and an {@link Svg} writes the
 * outline of each letter down once, however often it stands: that makes pictures with much text several times smaller.
 */
final class Lettering extends Path2D.Double {
    private static final long serialVersionUID = 1;

    /** A letter of a font, before it stands anywhere. */
    record Letter(char letter, Font font) {
        Path2D outline() {
            return new Path2D.Double(Fonts.letter(letter, font).getOutline(null));
        }
    }

    /** @param left in the layout's pixels */
    record Placed(Letter letter, double left) {}

    private final transient List<Placed> letters;
    private final double baseline;

    Lettering(String text, Font font, double left, double baseline) {
        this.baseline = baseline;
        this.letters = isAscii(text) && !text.isBlank() ? letters(text, font, left) : List.of();
        if (letters.isEmpty()) {
            append(place(Fonts.layout(text, font), left, baseline), false);
        }
        for (Placed placed : letters) {
            append(
                    placed.letter()
                            .outline()
                            .createTransformedShape(AffineTransform.getTranslateInstance(placed.left(), baseline)),
                    false);
        }
    }

    private static java.awt.Shape place(TextLayout layout, double left, double baseline) {
        return layout.getOutline(AffineTransform.getTranslateInstance(left, baseline));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
    }

    private static List<Placed> letters(String text, Font font, double left) {
        List<Placed> letters = new ArrayList<>();
        double at = left;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter != ' ') {
                letters.add(new Placed(new Letter(letter, font), at));
            }
            at += Fonts.letter(letter, font).getAdvance();
        }
        return letters;
    }

    /** Empty where the text can only be drawn as a whole. */
    List<Placed> letters() {
        return letters;
    }

    double baseline() {
        return baseline;
    }
}
