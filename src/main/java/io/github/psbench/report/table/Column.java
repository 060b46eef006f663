package io.github.psbench.report.table;

import io.github.psbench.eval.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A column of scores. */
record Column(Metric metric, Split split) {
    /**
     * Those that fit a page: every metric over all queries; but where queries are told apart, only the experiment's metric and the mean
     * average precision.
     */
    static List<Column> shown(List<Split> splits, Metric metric) {
        Stream<Metric> metrics =
                splits.equals(List.of(Split.ALL)) ? Arrays.stream(Metric.values()) : Stream.of(metric, Metric.MAP);
        return metrics.distinct()
                .flatMap(shown -> splits.stream().map(split -> new Column(shown, split)))
                .toList();
    }

    /** "R1", "R1 seen". */
    String heading() {
        return split == Split.ALL ? metric.heading() : metric.heading() + " " + split.key();
    }

    /** "rank1", "rank1Seen". */
    String key() {
        return metric.key() + suffix(split);
    }

    /** What a name in camel case ends in. */
    static String suffix(Split split) {
        return switch (split) {
            case ALL -> "";
            case SEEN -> "Seen";
            case UNSEEN -> "Unseen";
        };
    }
}
