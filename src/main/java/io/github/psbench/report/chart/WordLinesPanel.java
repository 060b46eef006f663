package io.github.psbench.report.chart;

import io.github.psbench.report.chart.Lines.Line;
import io.github.psbench.report.chart.Lines.Point;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.lines.SeriesLines;

/** Lays out {@link Lines} over words. Between words there is nothing, so deviations are bars and no band. */
final class WordLinesPanel {
    private static final int EACH = 70;
    private static final double SHARE = 0.85;

    private final CategoryChart chart;
    private final Panel panel;
    private int added;
    private final List<String> words;

    private WordLinesPanel(Lines lines, List<String> names) {
        int width = Math.max(LinesPanel.WIDTH, Panel.BESIDE + EACH * names.size());
        words = Names.different(names, Fonts.SMALL, SHARE * (width - Panel.BESIDE) / names.size());
        chart = new CategoryChart(width, LinesPanel.HEIGHT);
        chart.getStyler().setDefaultSeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Line);
        // Else XChart leaves words out.
        chart.getStyler().setXAxisTickMarkSpacingHint(1);
        // Else the lines of different series would be set beside each other, as bars are.
        chart.getStyler().setOverlapped(true).setErrorBarsColorSeriesColor(true);
        panel = new Panel(chart, lines.labels(), width, LinesPanel.HEIGHT);
        panel.vertical(LinesPanel.reach(lines));
        lines.lines().forEach(this::line);
        Lines.Mark best = lines.best();
        if (best != null) {
            CategorySeries ring = add(List.of(new Point(best.x(), best.y(), Double.NaN)));
            ring.setChartCategorySeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Scatter);
            ring.setLineStyle(SeriesLines.NONE);
            ring.setMarker(new Ring()).setMarkerColor(Palette.INK);
            panel.legend(ring, best.legend());
        }
    }

    static Panel of(Lines lines, Lines.Words words) {
        return new WordLinesPanel(lines, words.words()).panel;
    }

    private void line(Line line) {
        CategorySeries drawn = add(line.points());
        Panel.style(drawn, line.style());
        panel.legend(drawn, line.name());
    }

    /** A word without a point interrupts the line. */
    private CategorySeries add(List<Point> points) {
        double[] y = new double[words.size()];
        double[] deviations = new double[words.size()];
        Arrays.fill(y, Double.NaN);
        for (Point point : points) {
            y[(int) point.x()] = point.y();
            deviations[(int) point.x()] = Double.isNaN(point.deviation()) ? 0 : point.deviation();
        }
        boolean errors = points.stream().anyMatch(point -> !Double.isNaN(point.deviation()));
        return chart.addSeries(
                "series " + added++,
                words,
                Arrays.stream(y).boxed().toList(),
                errors ? Arrays.stream(deviations).boxed().toList() : null);
    }
}
