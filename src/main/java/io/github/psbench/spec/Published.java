package io.github.psbench.spec;

import java.util.List;
import java.util.Map;

/**
 * A published table, read from {@code experiments/papers/<paper>.yaml}.
 *
 * @param paper such as "asmr-iccv2021"
 * @param table such as "table2"
 * @param title the paper's title and year, for a caption
 * @param rows in the paper's order
 */
public record Published(String paper, String table, String title, List<Row> rows) {
    /**
     * @param name as printed, such as "SAL (128)"
     * @param ours whether this is the paper's own method, which psbench reproduces
     * @param averagePrecision which one its mAP is the mean of: "standard", "trapezoid" or "unknown"
     * @param protocol what is known of backbone, dimension, split
     * @param scores by data set name in the paper's order, then by metric ("rank1", "rank5", "rank10", "map"), in percent; absent where the paper prints a dash
     * @param minutes of training by data set name in the paper's order; empty in a table of scores
     */
    public record Row(
            String name,
            boolean ours,
            String averagePrecision,
            String protocol,
            Map<String, Map<String, Double>> scores,
            Map<String, Double> minutes) {}
}
