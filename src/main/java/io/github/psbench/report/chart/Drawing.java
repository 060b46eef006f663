package io.github.psbench.report.chart;

import java.awt.Graphics2D;

/** A chart laid out, of a size in pixels of the layout. */
interface Drawing {
    int width();

    int height();

    /** Paints with its upper left corner at the origin; leaves the transform as it was. */
    void paint(Graphics2D graphics);
}
