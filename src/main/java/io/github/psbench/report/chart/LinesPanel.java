package io.github.psbench.report.chart;

import io.github.psbench.report.chart.Lines.Line;
import io.github.psbench.report.chart.Lines.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lays out {@link Lines} over numbers: bands first, lines over them, the mark on top. */
final class LinesPanel {
    static final int WIDTH = 900;
    static final int HEIGHT = 440;

    private static final double LOGARITHMIC_ROOM = 1.15;

    private final XYChart chart = new XYChart(WIDTH, HEIGHT);
    private final Panel panel;
    private int added;

    private LinesPanel(Lines lines) {
        panel = new Panel(chart, lines.labels(), WIDTH, HEIGHT);
        panel.vertical(reach(lines));
        DoubleStream x = points(lines).mapToDouble(Point::x);
        Range range;
        if (lines.scale() instanceof Lines.Logarithmic) {
            Range exactly = Range.exactly(x);
            range = new Range(exactly.low() / LOGARITHMIC_ROOM, exactly.high() * LOGARITHMIC_ROOM);
            chart.getStyler().setXAxisLogarithmic(true);
        } else {
            range = Range.around(x);
        }
        chart.getStyler().setXAxisTickLabelsFormattingFunction(Panel::tick);
        chart.getStyler().setXAxisMin(range.low()).setXAxisMax(range.high());
        lines.lines().forEach(this::bands);
        lines.lines().forEach(this::line);
        Lines.Mark best = lines.best();
        if (best != null) {
            XYSeries ring = add(List.of(new Point(best.x(), best.y(), Double.NaN)));
            ring.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
            ring.setMarker(new Ring()).setMarkerColor(Palette.INK);
            panel.legend(ring, best.legend());
        }
    }

    static Panel of(Lines lines) {
        return new LinesPanel(lines).panel;
    }

    /** All points with what they vary by. */
    static Range reach(Lines lines) {
        return Range.around(points(lines)
                .flatMapToDouble(point -> Double.isNaN(point.deviation())
                        ? DoubleStream.of(point.y())
                        : DoubleStream.of(point.y() - point.deviation(), point.y() + point.deviation())));
    }

    private static Stream<Point> points(Lines lines) {
        return lines.lines().stream().flatMap(line -> line.points().stream());
    }

    /** A band for each stretch of points that have a deviation. */
    private void bands(Line line) {
        List<Point> stretch = new ArrayList<>();
        for (Point point : line.points()) {
            if (Double.isNaN(point.deviation())) {
                band(stretch, line.style());
                stretch.clear();
            } else {
                stretch.add(point);
            }
        }
        band(stretch, line.style());
    }

    private void band(List<Point> stretch, int style) {
        if (stretch.isEmpty()) {
            return;
        }
        List<Point> outline = new ArrayList<>();
        for (Point point : stretch) {
            outline.add(new Point(point.x(), point.y() + point.deviation(), Double.NaN));
        }
        for (int i = stretch.size() - 1; i >= 0; i--) {
            Point point = stretch.get(i);
            outline.add(new Point(point.x(), point.y() - point.deviation(), Double.NaN));
        }
        XYSeries band = add(outline);
        band.setMarker(SeriesMarkers.NONE).setLineColor(Palette.band(style));
        if (stretch.size() > 1) {
            band.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
            band.setLineStyle(SeriesLines.NONE).setFillColor(Palette.band(style));
        } else {
            band.setLineStyle(Palette.stroke(style));
        }
    }

    private void line(Line line) {
        XYSeries drawn = add(line.points());
        Panel.style(drawn, line.style());
        panel.legend(drawn, line.name());
    }

    private XYSeries add(List<Point> points) {
        XYSeries series = chart.addSeries(
                "series " + added++,
                points.stream().mapToDouble(Point::x).toArray(),
                points.stream().mapToDouble(Point::y).toArray());
        series.setShowInLegend(false);
        return series;
    }
}
