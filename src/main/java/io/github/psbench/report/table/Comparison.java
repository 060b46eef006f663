package io.github.psbench.report.table;

import io.github.psbench.eval.Metric;
import io.github.psbench.report.statistics.Agreement;
import io.github.psbench.report.statistics.Sample;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.Published;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A measured row beside the published row that it reproduces.
 *
 * @param obstacles why the paper's protocol was not followed, clauses for a "because"; empty if it was
 * @param numbers only metrics that both rows have in the same definition
 */
record Comparison(String row, String published, List<String> obstacles, List<Score> numbers) {
    /** @param published in percent */
    record Score(Metric metric, Sample measured, double published, Agreement verdict) {
        /** Mean minus published, in points. */
        double difference() {
            return measured.mean() - published;
        }
    }

    Comparison {
        obstacles = List.copyOf(obstacles);
        numbers = List.copyOf(numbers);
    }

    /**
     * The published row that a measured one reproduces: that of its name; for the only row of an experiment the paper's own method. Null if
     * there is none.
     */
    static @Nullable String counterpart(String row, Experiment experiment) {
        if (experiment.published() == null) {
            return null;
        }
        List<Published.Row> rows = experiment.published().rows();
        Stream<Published.Row> named =
                rows.stream().filter(candidate -> candidate.name().equals(row));
        Stream<Published.Row> own = rows.stream()
                .filter(candidate -> candidate.ours() && experiment.rows().size() == 1 && experiment.sweep() == null);
        return Stream.concat(named, own).map(Published.Row::name).findFirst().orElse(null);
    }

    boolean comparable() {
        return obstacles.isEmpty();
    }

    /** Why not, where it is not comparable: the same for all rows of a data set. */
    String reason() {
        return String.join(", and because ", obstacles);
    }
}
