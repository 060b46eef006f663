package io.github.psbench.report.table;

import io.github.psbench.eval.Metric;
import io.github.psbench.report.document.Grid;
import io.github.psbench.report.statistics.PairedTest;
import io.github.psbench.report.text.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The verdicts on an experiment's claims.
 *
 * @param metric what is compared
 * @param datasets those of the experiment, in its order
 * @param comparisons how many were tested, which p is corrected for
 * @param cautions what the verdicts must not be taken for, whole sentences
 */
record Claims(Metric metric, List<String> datasets, int comparisons, List<TestedClaim> claims, List<String> cautions) {
    Claims {
        datasets = List.copyOf(datasets);
        claims = List.copyOf(claims);
        cautions = List.copyOf(cautions);
    }

    /** A line a claim: what holds at one glance. */
    Grid verdicts() {
        boolean several = datasets.size() > 1;
        boolean published = claims.stream().anyMatch(claim -> !claim.published().isEmpty());
        List<String> headings = new ArrayList<>(List.of("Claim"));
        headings.addAll(datasets);
        if (several) {
            headings.add("over all");
        }
        if (published) {
            headings.add("paper");
        }
        List<List<Grid.Cell>> lines = new ArrayList<>();
        for (TestedClaim claim : claims) {
            List<Grid.Cell> line =
                    new ArrayList<>(List.of(Grid.Cell.of(claim.claim().name())));
            datasets.forEach(dataset -> line.add(claim.on(dataset).cell()));
            if (several) {
                line.add(claim.overall().cell());
            }
            if (published) {
                line.add(Grid.Cell.of(claim.inPaper()));
            }
            lines.add(line);
        }
        return new Grid("", 1, headings, lines);
    }

    /** A line a comparison and data set. */
    Grid tests() {
        return new Grid(
                "",
                2,
                List.of("Comparison", "Data set", "Difference", "n", "p", "p (Holm)", "Verdict"),
                contrasts().map(Claims::line).toList());
    }

    private static List<Grid.Cell> line(Contrast contrast) {
        Contrast.Test test = contrast.test();
        return List.of(
                Grid.Cell.of(contrast.text()),
                Grid.Cell.of(contrast.dataset()),
                Grid.Cell.of(contrast.difference()),
                Grid.Cell.of(String.valueOf(contrast.differences().size())),
                Grid.Cell.of(test == null ? "–" : probability(test.p())),
                Grid.Cell.of(test == null ? "–" : probability(test.corrected())),
                contrast.verdict().cell());
    }

    private static String probability(double p) {
        BigDecimal rounded = new BigDecimal(p).setScale(3, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "<0.001" : rounded.toPlainString();
    }

    /** A line a comparison, the paper's data sets as columns; without a line where the paper prints neither. */
    Grid published() {
        Set<String> printed = new LinkedHashSet<>();
        Map<String, Map<String, String>> differences = new LinkedHashMap<>();
        for (TestedClaim claim : claims) {
            for (TestedClaim.PublishedDifference difference : claim.published()) {
                printed.add(difference.dataset());
                differences
                        .computeIfAbsent(
                                claim.claim().better() + " over " + difference.than(), text -> new LinkedHashMap<>())
                        .put(difference.dataset(), Decimals.signed(difference.points()));
            }
        }
        List<List<String>> lines = new ArrayList<>();
        differences.forEach((text, byDataset) -> lines.add(
                Stream.concat(Stream.of(text), printed.stream().map(dataset -> byDataset.getOrDefault(dataset, "–")))
                        .toList()));
        return Grid.ofTexts(
                1, Stream.concat(Stream.of("Comparison"), printed.stream()).toList(), lines);
    }

    /** Why comparisons were not tested, each reason once. */
    List<String> untested() {
        Map<String, List<String>> byObstacle = new LinkedHashMap<>();
        contrasts().forEach(contrast -> {
            if (contrast.obstacle() != null) {
                byObstacle
                        .computeIfAbsent(contrast.obstacle(), unseen -> new ArrayList<>())
                        .add(contrast.text() + " (" + contrast.dataset() + ")");
            }
        });
        return byObstacle.entrySet().stream()
                .map(entry ->
                        "Not tested, because " + entry.getKey() + ": " + String.join("; ", entry.getValue()) + ".")
                .toList();
    }

    /** How the verdicts were reached. */
    List<String> rule() {
        List<String> lines = new ArrayList<>(List.of(
                "A comparison takes the differences of " + metric.heading()
                        + " between two rows, seed by seed, in points (mean ± sample standard deviation), and tests whether their mean is 0."
                        + " p (Holm) is corrected by Holm's method for the number of comparisons tested here, "
                        + comparisons
                        + ". The level is " + PairedTest.LEVEL + ". " + PairedTest.RULE,
                "holds: the mean difference is above 0 and p (Holm) is at most the level. contradicted: it is below 0 and p (Holm) is at"
                        + " most the level. within noise: p (Holm) is above the level, so these seeds do not tell the rows apart. not tested:"
                        + " fewer than two seeds are finished in both rows.",
                "A claim holds where all its comparisons hold. One that is contradicted contradicts it; else one within noise leaves it"
                        + " within noise."));
        if (!published().lines().isEmpty()) {
            lines.add(
                    "paper: on how many of its data sets the paper's own numbers, which are one for each row and cannot be tested, are in"
                            + " the claimed order; the differences are in points.");
        }
        return lines;
    }

    /** Each comparison once, also where claims share it. */
    private Stream<Contrast> contrasts() {
        return claims.stream().flatMap(claim -> claim.contrasts().stream()).distinct();
    }
}
