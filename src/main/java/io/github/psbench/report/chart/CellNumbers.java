package io.github.psbench.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.internal.chartpart.Annotation;

/** The numbers on a heat map, and a frame around the highest. XChart would write them as the machine's locale has them. */
final class CellNumbers extends Annotation {
    private static final BasicStroke FRAME = new BasicStroke(3);
    private static final int INSET = 2;

    private final HeatMap map;
    private final double highest;

    CellNumbers(HeatMap map, double highest) {
        super(true);
        this.map = map;
        this.highest = highest;
    }

    @Override
    public void paint(Graphics2D graphics) {
        double left = getXAxisScreenValueForMin();
        double bottom = getYAxisScreenValueForMax();
        double width = (getXAxisScreenValueForMax() - left) / map.columns().size();
        double height = (bottom - getYAxisScreenValueForMin()) / map.rows().size();
        for (int row = 0; row < map.rows().size(); row++) {
            for (int column = 0; column < map.columns().size(); column++) {
                paint(
                        graphics,
                        map.values().get(row).get(column),
                        new Rectangle2D.Double(left + width * column, bottom - height * (row + 1), width, height));
            }
        }
        bounds = new Rectangle2D.Double();
    }

    private void paint(Graphics2D graphics, @Nullable Double value, Rectangle2D cell) {
        TextLayout number = Fonts.layout(value == null ? "–" : String.format(Locale.ROOT, "%.1f", value), Fonts.TEXT);
        Rectangle2D size = number.getBounds();
        graphics.setColor(Color.BLACK);
        graphics.fill(number.getOutline(AffineTransform.getTranslateInstance(
                cell.getCenterX() - size.getWidth() / 2, cell.getCenterY() + size.getHeight() / 2)));
        if (value != null && value == highest) {
            graphics.setColor(Palette.BEST);
            graphics.setStroke(FRAME);
            graphics.draw(new Rectangle2D.Double(
                    cell.getX() + INSET,
                    cell.getY() + INSET,
                    cell.getWidth() - 2 * INSET,
                    cell.getHeight() - 2 * INSET));
        }
    }
}
