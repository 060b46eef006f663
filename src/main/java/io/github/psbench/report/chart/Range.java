package io.github.psbench.report.chart;

import java.util.stream.DoubleStream;

/** What an axis shows. */
record Range(double low, double high) {
    private static final double ROOM = 0.05;

    /** No axis is blown up until nothing but rounding errors are to be seen: its least room, as a share of the values themselves. */
    private static final double LEAST_SHARE = 1e-3;

    private static final double LEAST = 1e-6;

    /** All values with some room around them; NaN does not count. */
    static Range around(DoubleStream values) {
        Range range = exactly(values);
        double largest = Math.max(Math.abs(range.low), Math.abs(range.high));
        double least = Math.max(LEAST, LEAST_SHARE * largest);
        double room = Math.max(ROOM * (range.high - range.low), least);
        return new Range(range.low - room, range.high + room);
    }

    static Range exactly(DoubleStream values) {
        double[] finite = values.filter(Double::isFinite).toArray();
        return new Range(
                DoubleStream.of(finite).min().orElse(0),
                DoubleStream.of(finite).max().orElse(0));
    }
}
