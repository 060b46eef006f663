package io.github.psbench.cli;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Two curves over epochs, each in a chart, side by side and on the same scales. */
record CurvePair(SortedMap<Integer, Double> first, SortedMap<Integer, Double> second) {
    private static final int ROWS = 6;
    private static final int LABEL = 9;
    private static final int NARROWEST = 10;
    private static final String AXIS = " |";
    private static final String GAP = "  ";

    boolean isDrawable() {
        return !first.isEmpty() && !second.isEmpty();
    }

    /** @param columns how wide it may be */
    String text(int columns, boolean ascii) {
        int width = Math.max(NARROWEST, (columns - LABEL - GAP.length()) / 2 - AXIS.length());
        CurveChart.Span epochs = span(Stream.of(first, second)
                .flatMap(curve -> curve.keySet().stream())
                .map(Integer::doubleValue)
                .toList());
        CurveChart.Span values = span(Stream.of(first, second)
                .flatMap(curve -> curve.values().stream())
                .toList());
        CurveChart chart = new CurveChart(epochs, values, width, ROWS, ascii);
        List<String> left = chart.of(first);
        List<String> right = chart.of(second);
        StringBuilder text = new StringBuilder(" ".repeat(LABEL));
        text.append(headed("A", first, width)).append(GAP);
        text.append(headed("B", second, width).stripTrailing()).append('\n');
        for (int row = 0; row < ROWS; row++) {
            String label = row == 0
                    ? String.format("%.3f", values.greatest())
                    : row == ROWS - 1 ? String.format("%.3f", values.least()) : "";
            text.append(" ".repeat(Math.max(0, LABEL - label.length()))).append(label);
            text.append(AXIS).append(left.get(row)).append(GAP);
            text.append((AXIS + right.get(row)).stripTrailing()).append('\n');
        }
        String range = "epoch %d to %d".formatted(Math.round(epochs.least()), Math.round(epochs.greatest()));
        return text.append(" ".repeat(LABEL + AXIS.length()))
                .append(range)
                .append('\n')
                .toString();
    }

    private static String headed(String name, SortedMap<Integer, Double> curve, int width) {
        String heading = " ".repeat(AXIS.length()) + "%s, at the end %.3f".formatted(name, curve.get(curve.lastKey()));
        return heading + " ".repeat(Math.max(0, width + AXIS.length() - heading.length()));
    }

    private static CurveChart.Span span(Collection<Double> values) {
        return new CurveChart.Span(
                values.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                values.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }
}
