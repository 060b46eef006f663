package io.github.psbench.report.table;

import io.github.psbench.eval.Metric;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of a table: a method, or one setting of it. Every metric has a cell. */
sealed interface Row {
    /** As the paper or the experiment file has it; may hold any character. */
    String name();

    /** Of the note that tells the row's protocol; null if nothing is known of it. */
    @Nullable
    String mark();

    /** Every metric, over all queries and, where measured, over the two parts of them. */
    Map<Split, Map<Metric, Cell>> cells();

    default Cell cell(Column column) {
        Cell cell = cells().getOrDefault(column.split(), Map.of()).get(column.metric());
        return cell == null ? new Cell.NotPublished() : cell;
    }

    /** The first column: the name, whether it is measured, what of it is unfinished, and its mark. */
    String label();

    /** The column n. */
    String seeds();

    /**
     * @param ours whether it is the paper's own method
     * @param averagePrecision of its mAP: "standard", "trapezoid" or "unknown"
     * @param protocol what is known of backbone, dimension and split; may be empty
     */
    record FromPaper(
            String name,
            boolean ours,
            String averagePrecision,
            String protocol,
            @Nullable String mark,
            Map<Split, Map<Metric, Cell>> cells)
            implements Row {
        public FromPaper {
            cells = copy(cells);
        }

        @Override
        public String label() {
            return marked(name, mark);
        }

        /** Papers seldom say over how many runs a number is. */
        @Override
        public String seeds() {
            return "–";
        }
    }

    /**
     * @param protocol backbone, input size, dimension and epochs
     * @param counts the row's trials
     */
    record FromTrials(
            String name,
            String protocol,
            @Nullable String mark,
            Map<Split, Map<Metric, Cell>> cells,
            TrialCounts counts)
            implements Row {
        public FromTrials {
            cells = copy(cells);
        }

        /** "Ours (measured, 1 pending) [b]": a mean over fewer seeds never goes unsaid. */
        @Override
        public String label() {
            String unfinished = counts.unfinished();
            return marked(name + (unfinished.isEmpty() ? " (measured)" : " (measured, " + unfinished + ")"), mark);
        }

        @Override
        public String seeds() {
            return String.valueOf(counts.done());
        }
    }

    private static Map<Split, Map<Metric, Cell>> copy(Map<Split, Map<Metric, Cell>> cells) {
        Map<Split, Map<Metric, Cell>> copy = new EnumMap<>(Split.class);
        cells.forEach((split, byMetric) -> copy.put(split, Collections.unmodifiableMap(new EnumMap<>(byMetric))));
        return Collections.unmodifiableMap(copy);
    }

    private static String marked(String name, @Nullable String mark) {
        return mark == null ? name : name + " [" + mark + "]";
    }
}
