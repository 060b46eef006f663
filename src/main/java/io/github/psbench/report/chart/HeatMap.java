package io.github.psbench.report.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number for each pair of words, written into a coloured cell. The highest is marked.
 *
 * @param columns the words along the horizontal axis, at least one, all different
 * @param rows the words along the vertical axis, from below, likewise
 * @param values a list for each row, with a number for each column; null where there is none; at least one is there
 */
public record HeatMap(Labels labels, List<String> columns, List<String> rows, List<List<@Nullable Double>> values)
        implements Chart {
    public HeatMap {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        values = List.copyOf(values);
    }
}
