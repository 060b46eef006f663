package io.github.psbench.report.chart;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The machine's fonts. A JDK has none of its own. */
final class Fonts {
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 11);
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    static final Font HEADING = new Font(Font.SANS_SERIF, Font.BOLD, 16);

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, false);
    private static final String MORE = "…";

    private Fonts() {}

    /** @throws Failure of kind RESOURCES where the machine has no fonts; it says what to install */
    static void require() {
        try {
            layout("a", TEXT);
        } catch (RuntimeException | Error e) {
            if (e instanceof VirtualMachineError && !(e instanceof InternalError)) {
                throw e; // out of memory
            }
            throw new Failure(
                    ErrorKind.RESOURCES,
                    "No figure was drawn, only its numbers were written: Java finds no fonts on this machine. Install fontconfig and"
                            + " any font (Debian: apt-get install fontconfig fonts-dejavu-core), then run psbench report again.",
                    e);
        }
    }

    static TextLayout layout(String text, Font font) {
        return new TextLayout(text.isBlank() ? "–" : text, font, CONTEXT);
    }

    static double width(String text, Font font) {
        return layout(text, font).getAdvance();
    }

    /** The text, or as much of its beginning as fits, with "…" after it. */
    static String shortened(String text, Font font, double width) {
        if (text.isBlank()) {
            return "–";
        }
        if (width(text, font) <= width) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        int kept = points.length - 1;
        while (kept > 0 && width(new String(points, 0, kept).strip() + MORE, font) > width) {
            kept--;
        }
        return new String(points, 0, kept).strip() + MORE;
    }

    /** The text on as many lines as it takes, at most so many, broken where its language allows, or else anywhere; "…" ends what is cut. */
    static List<String> broken(String text, Font font, double width, int most) {
        if (text.isBlank()) {
            return List.of(text);
        }
        AttributedString attributed = new AttributedString(text, Map.of(TextAttribute.FONT, font));
        LineBreakMeasurer measurer = new LineBreakMeasurer(attributed.getIterator(), CONTEXT);
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = measurer.nextOffset((float) width);
            if (lines.size() == most - 1) {
                lines.add(shortened(text.substring(from).strip(), font, width));
                return lines;
            }
            lines.add(text.substring(from, to).strip());
            measurer.setPosition(to);
            from = to;
        }
        return lines;
    }

    /** A letter by itself; a space is one. */
    static TextLayout letter(char letter, Font font) {
        return new TextLayout(String.valueOf(letter), font, CONTEXT);
    }

    /** The text on at most so many lines, broken at spaces; what does not fit on the last is shortened. */
    static List<String> wrapped(String text, Font font, double width, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (lines.size() < most - 1 && width(rest, font) > width) {
            int space = rest.lastIndexOf(' ');
            while (space > 0 && width(rest.substring(0, space), font) > width) {
                space = rest.lastIndexOf(' ', space - 1);
            }
            if (space <= 0) {
                break;
            }
            lines.add(rest.substring(0, space).strip());
            rest = rest.substring(space).strip();
        }
        lines.add(shortened(rest, font, width));
        return lines;
    }
}
