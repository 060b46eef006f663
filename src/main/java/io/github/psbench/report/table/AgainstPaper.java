package io.github.psbench.report.table;

import io.github.psbench.report.document.Document;
import io.github.psbench.report.document.Grid;
import io.github.psbench.report.statistics.Agreement;
import io.github.psbench.report.statistics.ConfidenceInterval;
import io.github.psbench.report.text.Decimals;
import java.util.ArrayList;
import java.util.List;

/** The verdict on each measured number that has a published counterpart. */
final class AgainstPaper {
    private static final List<String> HEADINGS =
            List.of("Method", "Metric", "Measured", "95 % interval", "n", "Paper", "Difference", "Verdict");

    private AgainstPaper() {}

    /**
     * A table and its rule; nothing where nothing was measured that has a counterpart.
     *
     * @param comparisons of one data set
     * @param tolerance in points
     */
    static List<Document.Block> of(List<Comparison> comparisons, double tolerance) {
        List<List<Grid.Cell>> lines = comparisons.stream()
                .flatMap(comparison -> comparison.numbers().stream().map(number -> line(comparison, number)))
                .toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        List<String> rule = new ArrayList<>(Agreement.rule(tolerance));
        comparisons.stream()
                .filter(comparison -> !comparison.comparable())
                .map(Comparison::reason)
                .distinct()
                .forEach(reason -> rule.add("Not comparable here, because " + reason + "."));
        return List.of(new Grid("Against the paper", 2, HEADINGS, lines), new Document.Bullets(rule));
    }

    private static List<Grid.Cell> line(Comparison comparison, Comparison.Score number) {
        return List.of(
                Grid.Cell.of(comparison.row()),
                Grid.Cell.of(number.metric().heading()),
                Grid.Cell.of(Cell.text(number.measured())),
                Grid.Cell.of(ConfidenceInterval.of(number.measured())
                        .map(AgainstPaper::text)
                        .orElse("–")),
                Grid.Cell.of(String.valueOf(number.measured().size())),
                Grid.Cell.of(Decimals.rounded(number.published())),
                Grid.Cell.of(comparison.comparable() ? Decimals.signed(number.difference()) : "–"),
                Grid.Cell.of(number.verdict().word(), emphasis(number.verdict())));
    }

    private static String text(ConfidenceInterval interval) {
        return Decimals.rounded(interval.low()) + " to " + Decimals.rounded(interval.high());
    }

    private static Grid.Emphasis emphasis(Agreement verdict) {
        return switch (verdict) {
            case REPRODUCED -> Grid.Emphasis.AGREES;
            case NOT_REPRODUCED -> Grid.Emphasis.DISAGREES;
            case WITHIN_NOISE, CANNOT_TELL, NOT_COMPARABLE -> Grid.Emphasis.OPEN;
        };
    }
}
