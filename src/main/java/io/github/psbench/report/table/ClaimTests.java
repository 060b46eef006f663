package io.github.psbench.report.table;

import io.github.psbench.report.statistics.Holm;
import io.github.psbench.report.statistics.PairedTest;
import io.github.psbench.report.statistics.SeedValue;
import io.github.psbench.report.text.Decimals;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tests an experiment's claims on its finished seeds, and holds them against the paper's own numbers. */
final class ClaimTests {
    /** A comparison; claims may share one, and then it is tested once. */
    private record Pair(String dataset, String better, String than) {}

    private final Experiment experiment;
    private final List<Table.Section> sections;
    private final Map<Pair, Contrast> contrasts = new LinkedHashMap<>();

    private ClaimTests(Experiment experiment, List<Table.Section> sections) {
        this.experiment = experiment;
        this.sections = sections;
    }

    /** Null where the experiment claims nothing. */
    static @Nullable Claims of(Experiment experiment, List<TrialOutcome> outcomes, List<Table.Section> sections) {
        if (experiment.claims().isEmpty()) {
            return null;
        }
        ClaimTests tests = new ClaimTests(experiment, sections);
        int comparisons = tests.test();
        return new Claims(
                experiment.metric(),
                experiment.datasets(),
                comparisons,
                experiment.claims().stream().map(tests::tested).toList(),
                Explanations.ofClaims(experiment, outcomes));
    }

    /** @return how many comparisons could be tested */
    private int test() {
        for (Experiment.Claim claim : experiment.claims()) {
            for (Pair pair : pairs(claim)) {
                contrasts.computeIfAbsent(pair, this::untested);
            }
        }
        List<Contrast> testable = contrasts.values().stream()
                .filter(contrast -> contrast.obstacle() == null)
                .toList();
        List<Double> p = testable.stream()
                .map(contrast -> PairedTest.p(contrast.sample()))
                .toList();
        List<Double> corrected = Holm.corrected(p);
        for (int i = 0; i < testable.size(); i++) {
            Contrast contrast = testable.get(i);
            contrasts.put(
                    new Pair(contrast.dataset(), contrast.better(), contrast.than()),
                    new Contrast(
                            contrast.dataset(),
                            contrast.better(),
                            contrast.than(),
                            contrast.differences(),
                            new Contrast.Test(p.get(i), corrected.get(i)),
                            null));
        }
        return testable.size();
    }

    private List<Pair> pairs(Experiment.Claim claim) {
        return claim.than().stream()
                .flatMap(than -> experiment.datasets().stream().map(dataset -> new Pair(dataset, claim.better(), than)))
                .toList();
    }

    private Contrast untested(Pair pair) {
        List<SeedValue> differences =
                SeedValue.differences(values(pair.dataset(), pair.better()), values(pair.dataset(), pair.than()));
        return new Contrast(
                pair.dataset(), pair.better(), pair.than(), differences, null, obstacle(pair, differences.size()));
    }

    private @Nullable String obstacle(Pair pair, int seeds) {
        for (String row : List.of(pair.better(), pair.than())) {
            if (!experiment.rows().contains(row)) {
                return "'" + row + "' is not among the rows that are run";
            }
        }
        return switch (seeds) {
            case 0 -> "no seed is finished in both rows";
            case 1 -> "one seed cannot tell";
            default -> null;
        };
    }

    private List<SeedValue> values(String dataset, String row) {
        return sections.stream()
                .filter(section -> section.dataset().equals(dataset))
                .flatMap(section -> section.measured().stream())
                .filter(measured -> measured.name().equals(row))
                .map(measured -> measured.cell(new Column(experiment.metric(), Split.ALL)))
                .map(cell -> cell instanceof Cell.Measured measured ? measured.values() : List.<SeedValue>of())
                .findFirst()
                .orElse(List.of());
    }

    private TestedClaim tested(Experiment.Claim claim) {
        List<Contrast> tested = pairs(claim).stream()
                .map(pair -> Objects.requireNonNull(contrasts.get(pair)))
                .toList();
        List<TestedClaim.PublishedDifference> published = new ArrayList<>();
        for (String than : claim.than()) {
            for (Table.Section section : sections) {
                Double better = published(section, claim.better());
                Double other = published(section, than);
                if (better != null && other != null) {
                    published.add(new TestedClaim.PublishedDifference(
                            section.dataset(), than, exactDifference(better, other)));
                }
            }
        }
        return new TestedClaim(claim, tested, published);
    }

    private @Nullable Double published(Table.Section section, String row) {
        for (Row.FromPaper candidate : section.published()) {
            if (candidate.name().equals(row)
                    && candidate.cell(new Column(experiment.metric(), Split.ALL)) instanceof Cell.PublishedNumber number
                    && number.mark() == null) {
                return number.percent();
            }
        }
        return null;
    }

    /** Of printed decimals: 44.8 - 30.4 is 14.4, without the noise of binary arithmetic. */
    private static double exactDifference(double a, double b) {
        return new BigDecimal(Decimals.exact(a))
                .subtract(new BigDecimal(Decimals.exact(b)))
                .doubleValue();
    }
}
