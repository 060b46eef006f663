package io.github.psbench.report.chart;

import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lays out a {@link Scatter}: its title, the planes in lines of two or three, their common legend, the caption. */
final class ScatterPanel implements Drawing {
    /** How far from the edge of what is shown a frame stays, as a share of its side. */
    private static final double EDGE = 0.004;

    private static final int SIDE = 470;

    /** What a title takes from the plot, so that it is a square. */
    private static final int ABOVE = 34;

    private static final int MOST_BESIDE = 3;
    private static final int TITLE = 24;
    private static final int LINE = 18;
    private static final int INSET = 10;
    private static final int GAP = 18;
    private static final int MARKER = 20;
    private static final int LARGEST_IN_LEGEND = 14;
    private static final int MOST_CAPTION_LINES = 12;

    /** An entry of the legend and its place. */
    private record Entry(Scatter.Group group, String text, double x, int line) {}

    private final Scatter scatter;
    private final List<Panel> planes;
    private final int columns;
    private final List<Entry> legend = new ArrayList<>();
    private final List<String> caption;

    private ScatterPanel(Scatter scatter) {
        this.scatter = scatter;
        int count = scatter.planes().size();
        columns = count <= MOST_BESIDE ? Math.max(2, count) : count == 4 ? 2 : MOST_BESIDE;
        planes = scatter.planes().stream().map(plane -> plane(scatter, plane)).toList();
        layLegend();
        caption = scatter.caption().isBlank()
                ? List.of()
                : Fonts.wrapped(scatter.caption(), Fonts.SMALL, width() - 2.0 * INSET, MOST_CAPTION_LINES);
    }

    static Drawing of(Scatter scatter) {
        return new ScatterPanel(scatter);
    }

    private static Panel plane(Scatter scatter, Scatter.Plane plane) {
        XYChart chart = new XYChart(SIDE, SIDE + ABOVE);
        Panel panel = new Panel(chart, new Chart.Labels(plane.title(), "", ""), SIDE, SIDE + ABOVE);
        chart.getStyler().setChartTitleFont(Fonts.TEXT);
        chart.getStyler().setAxisTicksVisible(false).setAxisTitlesVisible(false);
        chart.getStyler().setPlotGridLinesVisible(false).setPlotMargin(0);
        chart.getStyler().setPlotBorderVisible(true).setPlotBorderColor(Palette.FAINT);
        Scatter.Square shown = plane.window() == null ? Scatter.Square.around(plane.points()) : plane.window();
        chart.getStyler().setXAxisMin(shown.left()).setXAxisMax(shown.left() + shown.side());
        chart.getStyler().setYAxisMin(shown.bottom()).setYAxisMax(shown.bottom() + shown.side());
        for (int group = 0; group < scatter.groups().size(); group++) {
            int wanted = group;
            List<Scatter.Point> points = plane.points().stream()
                    .filter(point -> point.group() == wanted && shown.holds(point))
                    .toList();
            if (!points.isEmpty()) {
                XYSeries series = chart.addSeries(
                        "group " + group,
                        points.stream().mapToDouble(Scatter.Point::x).toArray(),
                        points.stream().mapToDouble(Scatter.Point::y).toArray());
                series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
                series.setMarker(new ScatterMarker(scatter.groups().get(group)));
            }
        }
        frame(chart, plane.frame(), shown);
        return panel;
    }

    /** A frame that goes on beyond what is shown is closed at its edge. */
    private static void frame(XYChart chart, Scatter.@Nullable Square frame, Scatter.Square shown) {
        if (frame != null) {
            double edge = EDGE * shown.side();
            double left = Math.max(frame.left(), shown.left() + edge);
            double bottom = Math.max(frame.bottom(), shown.bottom() + edge);
            double right = Math.min(frame.left() + frame.side(), shown.left() + shown.side() - edge);
            double top = Math.min(frame.bottom() + frame.side(), shown.bottom() + shown.side() - edge);
            XYSeries series = chart.addSeries("frame", new double[] {left, right, right, left, left}, new double[] {
                bottom, bottom, top, top, bottom
            });
            series.setMarker(SeriesMarkers.NONE).setLineStyle(SeriesLines.SOLID).setLineColor(Palette.INK);
            series.setLineWidth(1);
        }
    }

    private void layLegend() {
        double x = INSET;
        int line = 0;
        for (Scatter.Group group : scatter.groups()) {
            if (group.legend().isBlank()) {
                continue;
            }
            String text = Fonts.shortened(group.legend(), Fonts.TEXT, width() - 2.0 * INSET - MARKER);
            double room = MARKER + Fonts.width(text, Fonts.TEXT);
            if (x > INSET && x + room > width() - INSET) {
                x = INSET;
                line++;
            }
            legend.add(new Entry(group, text, x, line));
            x += room + GAP;
        }
    }

    private int lines() {
        return (planes.size() + columns - 1) / columns;
    }

    @Override
    public int width() {
        return columns * SIDE;
    }

    @Override
    public int height() {
        int legendLines = legend.isEmpty() ? 0 : legend.get(legend.size() - 1).line() + 1;
        return TITLE + lines() * (SIDE + ABOVE) + LINE * (legendLines + caption.size()) + 2 * GAP;
    }

    @Override
    public void paint(Graphics2D graphics) {
        graphics.setColor(Palette.INK);
        String title = Fonts.shortened(scatter.labels().title(), Fonts.TITLE, width() - 2.0 * INSET);
        text(graphics, Fonts.layout(title, Fonts.TITLE), INSET, TITLE - 6);
        AffineTransform place = graphics.getTransform();
        for (int i = 0; i < planes.size(); i++) {
            int row = i / columns;
            graphics.translate((i % columns) * SIDE, TITLE + row * (SIDE + ABOVE));
            planes.get(i).paint(graphics);
            graphics.setTransform(place);
        }
        int top = TITLE + lines() * (SIDE + ABOVE) + LINE;
        for (Entry entry : legend) {
            int baseline = top + entry.line() * LINE;
            new ScatterMarker(inLegend(entry.group())).paint(graphics, entry.x() + MARKER / 2.0 - 2, baseline - 4.0, 0);
            graphics.setColor(Palette.INK);
            text(graphics, Fonts.layout(entry.text(), Fonts.TEXT), entry.x() + MARKER, baseline);
        }
        int below = top + (legend.isEmpty() ? 0 : (legend.get(legend.size() - 1).line() + 1) * LINE + 4);
        for (int line = 0; line < caption.size(); line++) {
            text(graphics, Fonts.layout(caption.get(line), Fonts.SMALL), INSET, below + line * LINE);
        }
    }

    /** A point no larger than a line of text. */
    private static Scatter.Group inLegend(Scatter.Group group) {
        return new Scatter.Group(
                group.legend(), group.shape(), Math.min(LARGEST_IN_LEGEND, group.size()), group.colour());
    }

    private static void text(Graphics2D graphics, TextLayout text, double x, double baseline) {
        graphics.fill(text.getOutline(AffineTransform.getTranslateInstance(x, baseline)));
    }
}
