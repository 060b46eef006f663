package io.github.psbench.report.figure;

import io.github.psbench.loss.SemanticMargin;
import io.github.psbench.report.chart.Chart;
import io.github.psbench.report.chart.Lines;
import io.github.psbench.report.figure.FigureInput.Found;
import io.github.psbench.report.figure.PairCosines.DeltaBin;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.TrialOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether prototypes are as far apart as their attributes ask: the centred cosine of each pair of training categories against its delta, and
 * the distribution of the cosines. A row without a delta of its own is held against that of the first row that has one, with the same seed:
 * so a row without ASMR shows what is there before it.
 */
final class PairCosinesFigure {
    private final FigureInput input;

    /** One trial's pairs, and whose delta they are held against; null: nobody's. */
    private record Counted(TrialOutcome trial, @Nullable String deltaOf, PairCosines pairs) {}

    /** What is needed of a trial to say what delta is. */
    private record Delta(String row, Prototypes categories, PairDeltas deltas) {}

    private final Map<String, List<Counted>> counted = new LinkedHashMap<>();
    private final Map<String, PairCosines> pooled = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();

    private PairCosinesFigure(FigureInput input) {
        this.input = input;
        for (long seed : input.experiment().seeds()) {
            count(seed);
        }
    }

    static FigurePage of(FigureInput input) {
        PairCosinesFigure figure = new PairCosinesFigure(input);
        return figure.page();
    }

    private void count(long seed) {
        Delta reference = null;
        List<Found<Prototypes>> found = input.experiment().rows().stream()
                .flatMap(
                        row -> input
                                .ofRow(
                                        row,
                                        trial -> trial.spec().seed() == seed
                                                ? input.files().prototypes(trial)
                                                : null)
                                .stream())
                .toList();
        for (Found<Prototypes> trial : found) {
            Delta own = own(trial);
            reference = reference == null ? own : reference;
        }
        for (Found<Prototypes> trial : found) {
            Delta own = own(trial);
            add(trial, own == null ? fitting(reference, trial) : own);
        }
    }

    private @Nullable Delta own(Found<Prototypes> trial) {
        SemanticMargin asmr = trial.trial().spec().recipe().loss().asmr();
        if (asmr == null || asmr.form() == null) {
            return null;
        }
        Map<String, Double> weights = input.files().weights(trial.trial());
        return weights == null
                ? null
                : new Delta(
                        trial.trial().spec().row(),
                        trial.value(),
                        PairDeltas.of(
                                trial.value(),
                                asmr,
                                weights.values().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .toArray()));
    }

    private @Nullable Delta fitting(@Nullable Delta reference, Found<Prototypes> trial) {
        if (reference == null) {
            notes.add("without a finished row that has ASMR with delta, there is no delta to hold the cosines against");
            return null;
        }
        if (!Arrays.deepEquals(reference.categories().bits(), trial.value().bits())) {
            notes.add(PlainText.of(trial.trial().spec().row())
                    + " was trained on other categories than " + PlainText.of(reference.row())
                    + " and is not held against its delta");
            return null;
        }
        return reference;
    }

    private void add(Found<Prototypes> trial, @Nullable Delta delta) {
        String row = trial.trial().spec().row();
        PairCosines pairs = new PairCosines();
        pairs.add(trial.value().embeddings(), delta == null ? null : delta.deltas());
        counted.computeIfAbsent(row, unseen -> new ArrayList<>())
                .add(new Counted(trial.trial(), delta == null ? null : delta.row(), pairs));
        pooled.computeIfAbsent(row, unseen -> new PairCosines()).add(pairs);
    }

    private FigurePage page() {
        List<String> rows =
                input.experiment().rows().stream().filter(counted::containsKey).toList();
        if (rows.isEmpty()) {
            notes.add("no finished trial has kept its prototypes");
        }
        List<Chart> charts = new ArrayList<>();
        if (rows.stream().anyMatch(row -> !pooled(row).deltaBins().isEmpty())) {
            charts.add(againstDelta(rows));
        }
        if (!rows.isEmpty()) {
            charts.add(distribution(rows));
        }
        return new FigurePage(
                "Cosines of pairs of prototypes on " + PlainText.of(input.dataset()),
                rows.stream().map(row -> seeds(row).size()).toList(),
                numbers(rows),
                charts,
                List.copyOf(notes));
    }

    private PairCosines pooled(String row) {
        return Objects.requireNonNull(pooled.get(row));
    }

    private List<Counted> seeds(String row) {
        return Objects.requireNonNull(counted.get(row));
    }

    private String legend(String row) {
        Set<String> others = new LinkedHashSet<>();
        for (Counted trial : seeds(row)) {
            if (trial.deltaOf() != null && !trial.deltaOf().equals(row)) {
                others.add(PlainText.of(trial.deltaOf()));
            }
        }
        return FigureInput.legend(row, seeds(row).size())
                + (others.isEmpty() ? "" : ", against delta of " + String.join(", ", others));
    }

    private Chart againstDelta(List<String> rows) {
        List<Lines.Line> lines = new ArrayList<>();
        for (String row : rows) {
            List<DeltaBin> bins = pooled(row).deltaBins();
            if (!bins.isEmpty()) {
                lines.add(new Lines.Line(
                        legend(row),
                        input.style(row),
                        bins.stream()
                                .map(bin -> new Lines.Point(bin.delta(), bin.cosine(), bin.deviation()))
                                .toList()));
            }
        }
        double[] x = lines.stream()
                .flatMapToDouble(line -> line.points().stream().mapToDouble(Lines.Point::x))
                .toArray();
        double low = DoubleStream.of(x).min().orElseThrow();
        double high = DoubleStream.of(x).max().orElseThrow();
        lines.add(new Lines.Line(
                "target of ASMR: centred cosine = delta",
                Lines.Line.TARGET,
                List.of(new Lines.Point(low, low, Double.NaN), new Lines.Point(high, high, Double.NaN))));
        return new Lines(
                new Chart.Labels(
                        "Mean and standard deviation over the pairs in bins of delta",
                        "delta (0 to 1)",
                        "cosine - mean cosine"),
                new Lines.Linear(),
                lines,
                null);
    }

    private Chart distribution(List<String> rows) {
        List<Lines.Line> lines = new ArrayList<>();
        for (String row : rows) {
            PairCosines pairs = pooled(row);
            List<Lines.Point> points = new ArrayList<>();
            for (int bin = 0; bin < PairCosines.BINS; bin++) {
                points.add(new Lines.Point(
                        (from(bin) + from(bin + 1)) / 2, 100.0 * pairs.pairs(bin) / pairs.pairs(), Double.NaN));
            }
            lines.add(new Lines.Line(FigureInput.legend(row, seeds(row).size()), input.style(row), points));
        }
        return new Lines(
                new Chart.Labels(
                        "Distribution of the cosines, in bins of 0.05", "cosine (-1 to 1)", "share of the pairs (%)"),
                new Lines.Linear(),
                lines,
                null);
    }

    /** The lower end of a bin of cosines. */
    private static double from(int bin) {
        return -1 + 2.0 * bin / PairCosines.BINS;
    }

    private List<List<@Nullable Object>> numbers(List<String> rows) {
        List<List<@Nullable Object>> numbers = new ArrayList<>();
        numbers.add(Arrays.<@Nullable Object>asList(
                "dataset",
                "row",
                "seed",
                "deltaOf",
                "binsOf",
                "from",
                "to",
                "pairs",
                "meanDelta",
                "meanCentredCosine",
                "sdCentredCosine"));
        for (String row : rows) {
            for (Counted trial : seeds(row)) {
                long seed = trial.trial().spec().seed();
                for (DeltaBin bin : trial.pairs().deltaBins()) {
                    numbers.add(Arrays.<@Nullable Object>asList(
                            input.dataset(),
                            row,
                            seed,
                            trial.deltaOf(),
                            "delta",
                            bin.from(),
                            bin.to(),
                            bin.pairs(),
                            bin.delta(),
                            bin.cosine(),
                            bin.deviation()));
                }
                for (int bin = 0; bin < PairCosines.BINS; bin++) {
                    numbers.add(Arrays.<@Nullable Object>asList(
                            input.dataset(),
                            row,
                            seed,
                            null,
                            "cosine",
                            from(bin),
                            from(bin + 1),
                            trial.pairs().pairs(bin),
                            null,
                            null,
                            null));
                }
            }
        }
        return numbers;
    }
}
