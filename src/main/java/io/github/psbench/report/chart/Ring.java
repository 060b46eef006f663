package io.github.psbench.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.style.markers.Marker;

/** Goes around another marker without hiding it. */
final class Ring extends Marker {
    private static final BasicStroke STROKE = new BasicStroke(2);
    private static final double TIMES = 2.2;

    @Override
    public void paint(Graphics2D graphics, double x, double y, int size) {
        double diameter = TIMES * size;
        graphics.setStroke(STROKE);
        graphics.draw(new Ellipse2D.Double(x - diameter / 2, y - diameter / 2, diameter, diameter));
    }
}
