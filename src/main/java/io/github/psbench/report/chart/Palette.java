package io.github.psbench.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Colours, strokes and markers by number. The colours are those of Okabe and Ito (2008), without their yellow, which is faint on white. */
final class Palette {
    static final Color INK = new Color(0x222222);
    static final Color FAINT = new Color(0xDDDDDD);
    static final Color TARGET = new Color(0x777777);
    static final Color BAR = new Color(0x56B4E9);
    static final Color BEST = new Color(0xD55E00);

    /** Words that may stay behind others. */
    static final Color QUIET = new Color(0x595959);

    /** What pictures lie on that do not fill their place. */
    static final Color PAPER = new Color(0xF2F2F2);

    static final Color RELEVANT = new Color(0x009E73);
    static final Color OTHER = new Color(0xD55E00);

    /** From low to high; light enough for black text. */
    static final Color[] HEAT = {
        new Color(0xF0F7FC), new Color(0xDCEBF7), new Color(0xB5D7EF), new Color(0x84BFE8), new Color(0x56B4E9)
    };

    static final BasicStroke DASHED =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 4}, 0);

    private static final int BAND_ALPHA = 45;

    private static final Color[] COLOURS = {
        new Color(0x0072B2),
        new Color(0xD55E00),
        new Color(0x009E73),
        new Color(0xCC79A7),
        new Color(0xE69F00),
        new Color(0x56B4E9),
        new Color(0x000000)
    };

    private static final Marker[] MARKERS = {
        SeriesMarkers.CIRCLE,
        SeriesMarkers.SQUARE,
        SeriesMarkers.TRIANGLE_UP,
        SeriesMarkers.DIAMOND,
        SeriesMarkers.TRIANGLE_DOWN,
        SeriesMarkers.CROSS,
    };

    /** When the colours have run out, they begin again with other dashes. */
    private static final float[][] DASHES = {null, {8, 3}, {2, 3}, {8, 3, 2, 3}};

    private Palette() {}

    static Color colour(int style) {
        return COLOURS[style % COLOURS.length];
    }

    static Color band(int style) {
        Color colour = colour(style);
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_ALPHA);
    }

    static Marker marker(int style) {
        return MARKERS[style % MARKERS.length];
    }

    static BasicStroke stroke(int style) {
        float[] dashes = DASHES[style / COLOURS.length % DASHES.length];
        return new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
    }
}
