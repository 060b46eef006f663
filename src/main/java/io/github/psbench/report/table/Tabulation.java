package io.github.psbench.report.table;

import io.github.psbench.eval.Metric;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.report.statistics.Agreement;
import io.github.psbench.report.statistics.Sample;
import io.github.psbench.report.statistics.SeedValue;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialState;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.Published;
import io.github.psbench.spec.TrialSpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Arranges an experiment's outcomes and the published numbers as a table. */
final class Tabulation {
    private static final String UNKNOWN_PRECISION =
            "It is not known which average precision this published mAP is; it stands in the column of the standard one for want of a"
                    + " better place, and is not compared.";

    private final Experiment experiment;
    private final List<TrialOutcome> outcomes;
    private final Marks marks = new Marks();

    private Tabulation(Experiment experiment, List<TrialOutcome> outcomes) {
        this.experiment = experiment;
        this.outcomes = outcomes;
    }

    /**
     * @param outcomes one for each trial of the experiment, in its order
     * @param splits which queries the columns are over, at least one
     * @throws IllegalArgumentException if the outcomes are not those of the trials
     */
    static Table of(Experiment experiment, List<TrialOutcome> outcomes, Set<Split> splits) {
        check(experiment, outcomes);
        Tabulation tabulation = new Tabulation(experiment, outcomes);
        List<Table.Section> sections =
                tabulation.datasets().map(tabulation::section).toList();
        return new Table(
                experiment,
                List.copyOf(new TreeSet<>(splits)),
                Overview.of(experiment, sections),
                ClaimTests.of(experiment, outcomes, sections),
                sections,
                tabulation.marks.notes(),
                Explanations.of(experiment, splits),
                InputsDigest.of(experiment, outcomes),
                outcomes);
    }

    private static void check(Experiment experiment, List<TrialOutcome> outcomes) {
        List<TrialSpec> specs = outcomes.stream().map(TrialOutcome::spec).toList();
        if (!specs.equals(experiment.trials())) {
            throw new IllegalArgumentException("outcomes must be those of the experiment's "
                    + experiment.trials().size() + " trials in order, got " + specs.size() + " of " + specs);
        }
        for (TrialOutcome outcome : outcomes) {
            if ((outcome.state() == TrialState.DONE) != (outcome.result() != null)) {
                throw new IllegalArgumentException("a result must be there exactly if a trial is done, got " + outcome);
            }
        }
    }

    /** The paper's other data sets are shown too, so that the reader sees its table whole. */
    private Stream<String> datasets() {
        Set<String> datasets = new LinkedHashSet<>(experiment.datasets());
        publishedRows().forEach(row -> datasets.addAll(row.scores().keySet()));
        return datasets.stream();
    }

    private Table.Section section(String dataset) {
        List<Row.FromPaper> published = publishedRows().stream().anyMatch(row -> scores(row, dataset) != null)
                ? publishedRows().stream().map(row -> fromPaper(row, dataset)).toList()
                : List.of();
        List<Row.FromTrials> measured = experiment.datasets().contains(dataset)
                ? experiment.rows().stream()
                        .map(row -> fromTrials(row, dataset))
                        .filter(Objects::nonNull)
                        .toList()
                : List.of();
        List<Row> rows = new ArrayList<>(published);
        rows.addAll(measured);
        return new Table.Section(
                dataset,
                rows,
                Standings.of(rows, experiment.reference()),
                Explanations.ofData(outcomes(dataset)),
                comparisons(dataset, published, measured));
    }

    private Row.FromPaper fromPaper(Published.Row row, String dataset) {
        Map<Metric, Cell> cells = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            cells.put(metric, publishedCell(row, dataset, metric));
        }
        return new Row.FromPaper(
                row.name(),
                row.ours(),
                row.averagePrecision(),
                row.protocol(),
                marks.of(row.protocol()),
                Map.of(Split.ALL, cells));
    }

    private Cell publishedCell(Published.Row row, String dataset, Metric metric) {
        Map<String, Double> scores = scores(row, dataset);
        boolean precision = metric == Metric.MAP || metric == Metric.MAP_TRAPEZOID;
        if (scores == null || (precision && metric != columnOfPrecision(row))) {
            return new Cell.NotPublished();
        }
        Double percent = scores.get(precision ? Metric.MAP.key() : metric.key());
        if (percent == null) {
            return new Cell.NotPublished();
        }
        return new Cell.PublishedNumber(
                percent, precision && row.averagePrecision().equals("unknown") ? marks.of(UNKNOWN_PRECISION) : null);
    }

    private Row.@Nullable FromTrials fromTrials(String row, String dataset) {
        List<TrialOutcome> trials = outcomes(dataset).stream()
                .filter(outcome -> outcome.spec().row().equals(row))
                .toList();
        if (trials.isEmpty()) {
            return null;
        }
        Map<Split, Map<Metric, Cell>> cells = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            Map<Metric, Cell> byMetric = new EnumMap<>(Metric.class);
            for (Metric metric : Metric.values()) {
                byMetric.put(metric, measuredCell(trials, metric, split));
            }
            cells.put(split, byMetric);
        }
        String protocol = Explanations.ofRecipe(trials.get(0).spec().recipe());
        return new Row.FromTrials(row, protocol, marks.of(protocol), cells, TrialCounts.of(trials));
    }

    private static Cell measuredCell(List<TrialOutcome> trials, Metric metric, Split split) {
        List<SeedValue> values = new ArrayList<>();
        for (TrialOutcome trial : trials) {
            RetrievalScores scores = trial.result() == null ? null : split.of(trial.result());
            if (scores != null) {
                values.add(new SeedValue(trial.spec().seed(), metric.of(scores)));
            }
        }
        return values.isEmpty() ? new Cell.Missing(missing(trials, split)) : new Cell.Measured(values);
    }

    /** Why no trial has a score over such queries. */
    private static String missing(List<TrialOutcome> trials, Split split) {
        TrialCounts counts = TrialCounts.of(trials);
        if (counts.done() == 0) {
            return counts.missing();
        }
        boolean toldApart = trials.stream()
                .map(TrialOutcome::result)
                .filter(Objects::nonNull)
                .anyMatch(result -> result.seen() != null || result.unseen() != null);
        return toldApart ? "no " + split.key() + " category" : "not recorded";
    }

    /** A measured row reproduces the published row of its name; the only row of an experiment, where no sweep made it, the paper's own method. */
    private List<Comparison> comparisons(String dataset, List<Row.FromPaper> published, List<Row.FromTrials> measured) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Row.FromTrials row : measured) {
            published.stream()
                    .filter(candidate -> candidate.name().equals(Comparison.counterpart(row.name(), experiment)))
                    .filter(candidate -> row.counts().done() > 0)
                    .forEach(candidate -> comparisons.add(compare(dataset, row, candidate)));
        }
        return comparisons;
    }

    private Comparison compare(String dataset, Row.FromTrials row, Row.FromPaper paper) {
        List<String> obstacles = Explanations.obstacles(experiment, outcomes(dataset));
        List<Comparison.Score> numbers = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            if (row.cell(new Column(metric, Split.ALL)) instanceof Cell.Measured measured
                    && paper.cell(new Column(metric, Split.ALL)) instanceof Cell.PublishedNumber number
                    && number.mark() == null) {
                Sample sample = measured.sample();
                Agreement verdict = obstacles.isEmpty()
                        ? Agreement.of(sample, number.percent(), experiment.tolerance())
                        : Agreement.NOT_COMPARABLE;
                numbers.add(new Comparison.Score(metric, sample, number.percent(), verdict));
            }
        }
        return new Comparison(row.name(), paper.name(), obstacles, numbers);
    }

    private List<TrialOutcome> outcomes(String dataset) {
        return outcomes.stream()
                .filter(outcome -> outcome.spec().dataset().equals(dataset))
                .toList();
    }

    private List<Published.Row> publishedRows() {
        return experiment.published() == null
                ? List.of()
                : experiment.published().rows();
    }

    private static Metric columnOfPrecision(Published.Row row) {
        return row.averagePrecision().equals("trapezoid") ? Metric.MAP_TRAPEZOID : Metric.MAP;
    }

    private static @Nullable Map<String, Double> scores(Published.Row row, String dataset) {
        return row.scores().get(dataset);
    }
}
