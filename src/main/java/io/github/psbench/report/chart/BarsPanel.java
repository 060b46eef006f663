package io.github.psbench.report.chart;

import io.github.psbench.report.chart.Bars.Bar;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lays out {@link Bars}: as wide as there are bars, and as high as the longest name is long. */
final class BarsPanel {
    private static final int LONGEST_NAME = 340;
    private static final int EACH = 17;
    private static final int LEAST_WIDTH = 640;
    private static final int BARS_HEIGHT = 320;

    private static final double BELOW_ZERO = 0.02;

    private BarsPanel() {}

    static Panel of(Bars bars) {
        List<String> names = Names.different(bars.bars().stream().map(Bar::name).toList(), Fonts.SMALL, LONGEST_NAME);
        double longest = names.stream()
                .mapToDouble(name -> Fonts.width(name, Fonts.SMALL))
                .max()
                .orElse(0);
        int width = Math.max(LEAST_WIDTH, Panel.BESIDE + EACH * names.size());
        CategoryChart chart = new CategoryChart(width, BARS_HEIGHT);
        Panel panel = new Panel(chart, bars.labels(), width, Panel.BELOW_AND_ABOVE + BARS_HEIGHT + (int) longest);
        chart.getStyler().setOverlapped(true).setAvailableSpaceFill(0.7);
        // Else XChart leaves names out.
        chart.getStyler().setXAxisTickMarkSpacingHint(1);
        chart.getStyler().setXAxisLabelRotation(90).setPlotGridVerticalLinesVisible(false);
        panel.vertical(reach(bars));

        boolean errors = bars.bars().stream().anyMatch(bar -> !Double.isNaN(bar.deviation()));
        CategorySeries drawn = chart.addSeries(
                "bars",
                names,
                bars.bars().stream().map(Bar::height).toList(),
                errors ? bars.bars().stream().map(BarsPanel::error).toList() : null);
        drawn.setFillColor(Palette.BAR);
        drawn.setLineColor(Palette.BAR);
        panel.legend(drawn, bars.legend());
        Bars.Level level = bars.level();
        if (level != null) {
            CategorySeries line = chart.addSeries("level", names, Collections.nCopies(names.size(), level.height()));
            line.setChartCategorySeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Line);
            line.setMarker(SeriesMarkers.NONE).setLineStyle(Palette.DASHED).setLineColor(Palette.BEST);
            panel.legend(line, level.legend());
        }
        return panel;
    }

    private static double error(Bar bar) {
        return Double.isNaN(bar.deviation()) ? 0 : bar.deviation();
    }

    private static Range reach(Bars bars) {
        DoubleStream ends = bars.bars().stream()
                .flatMapToDouble(bar -> DoubleStream.of(bar.height() - error(bar), bar.height() + error(bar)));
        DoubleStream level = bars.level() == null
                ? DoubleStream.of(0)
                : DoubleStream.of(0, bars.level().height());
        Range around = Range.around(DoubleStream.concat(ends, level));
        Range exactly = Range.exactly(bars.bars().stream().mapToDouble(bar -> bar.height() - error(bar)));
        // A little below zero, so that the axis shows it.
        return exactly.low() < 0 ? around : new Range(-BELOW_ZERO * around.high(), around.high());
    }
}
