package io.github.psbench.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.markers.Marker;

/** A point of a {@link Scatter}, of its group's own size. */
final class ScatterMarker extends Marker {
    private static final BasicStroke THIN = new BasicStroke(0.6f);
    private static final BasicStroke FIRM = new BasicStroke(1);

    /** Smaller points have no room for an outline, unless they cannot be seen without. */
    private static final int LEAST_OUTLINED = 8;

    private static final int STAR_POINTS = 5;
    private static final double STAR_WAIST = 0.45;

    private final Scatter.Group group;

    ScatterMarker(Scatter.Group group) {
        this.group = group;
    }

    @Override
    public void paint(Graphics2D graphics, double x, double y, int size) {
        Shape shape = shape(x, y, group.size() / 2.0);
        boolean star = group.shape() == Scatter.Shape.STAR;
        graphics.setColor(group.colour().paint());
        graphics.fill(shape);
        boolean background = group.colour().equals(Colour.BACKGROUND);
        if (star || (group.colour().isPale() && !background)) {
            graphics.setColor(star && !background ? Palette.INK : Palette.TARGET);
            graphics.setStroke(star && group.size() > LEAST_OUTLINED ? FIRM : THIN);
            graphics.draw(shape);
        } else if (group.size() >= LEAST_OUTLINED) {
            graphics.setColor(Color.WHITE);
            graphics.setStroke(THIN);
            graphics.draw(shape);
        }
    }

    private Shape shape(double x, double y, double radius) {
        return switch (group.shape()) {
            case CIRCLE -> new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
            case SQUARE -> {
                double half = 0.88 * radius;
                yield new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half);
            }
            case TRIANGLE -> corners(x, y + 0.2 * radius, 1.25 * radius, 1, 3);
            case DIAMOND -> corners(x, y, 1.2 * radius, 1, 4);
            case STAR -> corners(x, y, radius, STAR_WAIST, 2 * STAR_POINTS);
        };
    }

    /** A closed line that begins above its middle; every second corner lies nearer to it by a factor. */
    private static Shape corners(double x, double y, double radius, double waist, int count) {
        Path2D path = new Path2D.Double();
        for (int corner = 0; corner < count; corner++) {
            double angle = 2 * Math.PI * corner / count;
            double reach = corner % 2 == 0 ? radius : waist * radius;
            double cornerX = x + reach * StrictMath.sin(angle);
            double cornerY = y - reach * StrictMath.cos(angle);
            if (corner == 0) {
                path.moveTo(cornerX, cornerY);
            } else {
                path.lineTo(cornerX, cornerY);
            }
        }
        path.closePath();
        return path;
    }
}
