package io.github.psbench.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.series.AxesChartSeries;
import org.knowm.xchart.internal.series.MarkerSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart of XChart's and its size in pixels, with what all charts have in common. The legend goes below, and makes it higher. */
final class Panel implements Drawing {
    /** What goes around the axes, in pixels, roughly: title, axis titles, tick labels, padding. */
    static final int BELOW_AND_ABOVE = 100;

    static final int BESIDE = 90;

    private static final MathContext DIGITS = new MathContext(8);
    private static final double LEAST_READABLE = 1e-6;
    private static final double MOST_READABLE = 1e8;

    private static final int LEGEND_LINE = 20;
    private static final int LEGEND_LINES = 3;

    /** XChart cuts off what is longer than a share of 0.45. */
    private static final double LEGEND_SHARE = 0.44;

    private final AxesChart<?, ?> chart;
    private final int width;
    private int height;

    /** @param height without the legend */
    Panel(AxesChart<?, ?> chart, Chart.Labels labels, int width, int height) {
        this.chart = chart;
        this.width = width;
        this.height = height;
        chart.setTitle(fitting(labels.title(), Fonts.TITLE, width - BESIDE));
        chart.setXAxisTitle(fitting(labels.x(), Fonts.TEXT, width - BESIDE));
        chart.setYAxisTitle(fitting(labels.y(), Fonts.TEXT, height - BELOW_AND_ABOVE));
        AxesChartStyler styler = (AxesChartStyler) chart.getStyler();
        styler.setLocale(Locale.ROOT);
        styler.setChartBackgroundColor(Color.WHITE).setChartFontColor(Palette.INK);
        styler.setChartTitleFont(Fonts.TITLE).setChartTitleBoxVisible(false);
        styler.setPlotBackgroundColor(Color.WHITE).setPlotBorderVisible(false).setPlotContentSize(1);
        styler.setPlotGridLinesColor(Palette.FAINT).setAxisTickMarksColor(Palette.TARGET);
        styler.setAxisTitleFont(Fonts.TEXT).setAxisTickLabelsFont(Fonts.SMALL);
        styler.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
        styler.setErrorBarsColor(Palette.INK);
        styler.setLegendVisible(false).setLegendFont(Fonts.TEXT).setLegendBorderColor(Color.WHITE);
        styler.setLegendPosition(Styler.LegendPosition.OutsideS).setLegendLayout(Styler.LegendLayout.Vertical);
        styler.setLegendPadding(7).setMarkerSize(7);
    }

    /** XChart's own way with numbers leaves out the zero before the point; and it never ends where a label has more than 20 characters. */
    static String tick(double value) {
        BigDecimal rounded = new BigDecimal(value, DIGITS).stripTrailingZeros();
        boolean readable = value == 0 || (Math.abs(value) >= LEAST_READABLE && Math.abs(value) < MOST_READABLE);
        return readable ? rounded.toPlainString() : rounded.toString();
    }

    private static String fitting(String label, Font font, int pixels) {
        return label.isBlank() ? "" : Fonts.shortened(label, font, pixels);
    }

    /** For numbers along the vertical axis. */
    void vertical(Range range) {
        ((AxesChartStyler) chart.getStyler()).setYAxisTickLabelsFormattingFunction(Panel::tick);
        ((AxesChartStyler) chart.getStyler()).setYAxisMin(range.low()).setYAxisMax(range.high());
    }

    /** Gives a series an entry in the legend, of more than one line if it is long. */
    void legend(AxesChartSeries entry, String text) {
        List<String> lines = Fonts.wrapped(text, Fonts.TEXT, LEGEND_SHARE * width, LEGEND_LINES);
        entry.setLabel(String.join("\n", lines)).setShowInLegend(true);
        chart.getStyler().setLegendVisible(true);
        height += LEGEND_LINE * lines.size();
    }

    /** Draws a series as the line of a style, with its markers, or as a target. */
    static void style(MarkerSeries line, int style) {
        if (style == Lines.Line.TARGET) {
            line.setMarker(SeriesMarkers.NONE);
            line.setLineStyle(Palette.DASHED).setLineColor(Palette.TARGET);
        } else {
            line.setMarker(Palette.marker(style)).setMarkerColor(Palette.colour(style));
            line.setLineStyle(Palette.stroke(style)).setLineColor(Palette.colour(style));
        }
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public void paint(Graphics2D graphics) {
        chart.paint(graphics, width, height);
    }
}
