package io.github.psbench.report.chart;

/** What one chart shows, before it is drawn. Text is plain and on one line; what is too long for its place is shortened. */
public sealed interface Chart permits Bars, Gallery, HeatMap, Lines, Scatter {
    Labels labels();

    /**
     * What stands around a chart.
     *
     * @param x what goes along the horizontal axis, with its unit; may be empty, like all of these
     */
    record Labels(String title, String x, String y) {}
}
