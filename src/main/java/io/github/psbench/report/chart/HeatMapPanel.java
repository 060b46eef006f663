package io.github.psbench.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.style.Styler;

/** Lays out a {@link HeatMap}: a square a cell, with its number on it. */
final class HeatMapPanel {
    private static final int LONGEST_WORD = 200;
    private static final int CELL_WIDTH = 80;
    private static final int CELL_HEIGHT = 46;
    private static final int LEAST_WIDTH = 460;
    private static final int LEAST_HEIGHT = 160;
    private static final double SHARE = 0.85;

    private HeatMapPanel() {}

    static Panel of(HeatMap map) {
        List<String> rows = Names.different(map.rows(), Fonts.SMALL, LONGEST_WORD);
        double longest = rows.stream()
                .mapToDouble(word -> Fonts.width(word, Fonts.SMALL))
                .max()
                .orElse(0);
        int cellWidth = Math.max(CELL_WIDTH, LEAST_WIDTH / map.columns().size());
        int cellHeight = Math.max(CELL_HEIGHT, LEAST_HEIGHT / rows.size());
        List<String> columns = Names.different(map.columns(), Fonts.SMALL, SHARE * cellWidth);
        int width = (int) longest + Panel.BESIDE + cellWidth * columns.size();
        int height = Panel.BELOW_AND_ABOVE + cellHeight * rows.size();
        Range values = Range.exactly(numbers(map));
        HeatMapChart chart = new HeatMapChart(width, height, Styler.ChartTheme.XChart);
        Panel panel = new Panel(chart, map.labels(), width, height);
        // Else XChart leaves words out, along both axes.
        chart.getStyler().setXAxisTickMarkSpacingHint(1);
        chart.getStyler().setPlotGridLinesVisible(false);
        chart.getStyler().setRangeColors(Palette.HEAT).setShowValue(false);
        chart.getStyler().setMin(values.low());
        chart.getStyler().setMax(values.high());

        List<Number[]> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                @Nullable Double value = map.values().get(row).get(column);
                if (value != null) {
                    cells.add(new Number[] {column, row, value});
                }
            }
        }
        chart.addSeries("cells", columns, rows, cells);
        chart.addAnnotation(new CellNumbers(map, values.high()));
        return panel;
    }

    private static DoubleStream numbers(HeatMap map) {
        return map.values().stream()
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue);
    }
}
