package io.github.psbench.cli;

import io.github.psbench.base.Failure;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.Figure;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --query}, to be mixed into the commands that draw figures of searches. */
final class QueryOption {
    @Option(
            names = "--query",
            paramLabel = "QUERY",
            description =
                    "Shows this query in the figure of searches instead of drawn ones, such as 'gender=female, upper-colour=red|blue'. What it"
                            + " leaves open may be anything: of the query categories that are as asked, that with most images in the gallery is"
                            + " shown. May be repeated.")
    private List<String> queries = List.of();

    /** Whether a query asks for nothing at all. */
    static boolean isEmpty(String query) {
        return query.replace(',', ' ').isBlank();
    }

    /** @throws Failure of kind USAGE if a query is empty, or if the experiment draws no such figure */
    Experiment of(Experiment experiment) {
        if (queries.isEmpty()) {
            return experiment;
        }
        if (queries.stream().anyMatch(QueryOption::isEmpty)) {
            throw Failure.usage("--query must name an attribute and its value at least, such as gender=female;"
                    + " `psbench search --trial ID --list` shows them all.");
        }
        if (!experiment.figures().contains(Figure.RETRIEVAL)) {
            throw Failure.usage(
                    "--query: %s draws no searches. Choose an experiment that does, such as experiments/fig3.yaml, or write"
                            + " 'figures: [retrieval]' into this one.",
                    experiment.name());
        }
        return experiment.asking(queries);
    }

    /** What a folder's name says of it; empty where nothing was chosen. */
    String name() {
        return queries.isEmpty() ? "" : "query-" + String.join("-", queries);
    }
}
