package io.github.psbench.spec;

import io.github.psbench.eval.Metric;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An experiment file, read, checked and resolved.
 *
 * @param name the file's name without ".yaml", such as "table2"
 * @param profile the profile in force, such as "quick"
 * @param overrides the {@code --set} of the command line as given, such as "loss.asmr.lambda=4"
 * @param datasets names of the data sets in use, in the file's order
 * @param rows names of the rows in use, in the file's order; with a sweep those that it makes
 * @param seeds in the file's order
 * @param trials one for each data set, row and seed, in that order
 * @param metric what rows are compared by, in claims and wherever one number has to do
 * @param reference the row that the others are compared with, such as the paper's own method; null: none
 * @param tolerance how many points a number may differ from the published one and count as reproduced, > 0
 * @param tables what its tables are of, at least one
 * @param published the table that the file's {@code paper} names; null without one
 * @param figures what the file asks for beside its table
 * @param retrieval what a figure of searches shows
 * @param tsne how a figure of embeddings is made
 * @param sweep what the rows vary; null where they stand as declared
 */
public record Experiment(
        String name,
        String title,
        String profile,
        List<String> overrides,
        List<String> datasets,
        List<String> rows,
        List<Long> seeds,
        List<TrialSpec> trials,
        Metric metric,
        List<Claim> claims,
        @Nullable String reference,
        double tolerance,
        List<Tabled> tables,
        @Nullable Published published,
        List<Figure> figures,
        RetrievalFigure retrieval,
        TsneFigure tsne,
        @Nullable Sweep sweep) {
    /** Points of a score in percent; what papers print to one decimal seldom comes out closer from other seeds. */
    public static final double USUAL_TOLERANCE = 1;

    /**
     * What a paper concludes.
     *
     * @param better a row of the file
     * @param than other rows of the file, at least one: the claim is that the better row is above each of them
     */
    public record Claim(String name, String better, List<String> than) {
        public Claim {
            than = List.copyOf(than);
        }
    }

    /** The same experiment, whose figure of searches shows these queries. */
    public Experiment asking(List<String> queries) {
        return new Experiment(
                name,
                title,
                profile,
                overrides,
                datasets,
                rows,
                seeds,
                trials,
                metric,
                claims,
                reference,
                tolerance,
                tables,
                published,
                figures,
                retrieval.ofQueries(queries),
                tsne,
                sweep);
    }

    /** The overrides as on the command line: "--set loss.asmr.lambda=4". */
    public String overridesInWords() {
        return overrides.stream().map(override -> "--set " + override).collect(Collectors.joining(" "));
    }

    /** The same experiment with another figure of embeddings. */
    public Experiment withTsne(TsneFigure figure) {
        return new Experiment(
                name, title, profile, overrides, datasets, rows, seeds, trials, metric, claims, reference, tolerance,
                tables, published, figures, retrieval, figure, sweep);
    }

    /**
     * @throws io.github.psbench.base.Failure of kind USAGE with every mistake of the file, a line each: {@code file:line:column: message}
     */
    public static Experiment read(Path file, Choices choices) {
        return ExperimentReader.read(file, choices);
    }
}
