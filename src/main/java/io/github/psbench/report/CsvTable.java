package io.github.psbench.report;

import io.github.psbench.eval.Metric;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values (RFC 4180, line feeds): a line for each published row that has numbers and for each trial, with the raw values.
 * {@code averagePrecision} says what the number under {@code map} is.
 */
final class CsvTable {
    static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    private CsvTable() {}

    static String of(Table table) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(Stream.of(
                            Stream.of("dataset", "row", "source", "seed", "trial", "state"),
                            Arrays.stream(Metric.values()).map(Metric::key),
                            Stream.of("averagePrecision", "queries", "queriesWithoutMatch", "gallery", "ties"))
                    .flatMap(keys -> keys)
                    .toList());
            for (Table.Section section : table.sections()) {
                for (Row row : section.rows()) {
                    if (row instanceof Row.FromPaper paper && hasNumbers(paper)) {
                        printer.printRecord(published(section.dataset(), paper));
                    }
                }
                for (TrialOutcome trial : table.trials()) {
                    if (trial.spec().dataset().equals(section.dataset())) {
                        printer.printRecord(measured(trial));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    private static boolean hasNumbers(Row row) {
        return row.cells().values().stream().anyMatch(Cell.PublishedNumber.class::isInstance);
    }

    private static List<@Nullable String> published(String dataset, Row.FromPaper row) {
        List<@Nullable String> fields = new ArrayList<>();
        fields.addAll(Arrays.asList(cell(dataset), cell(row.name()), "published", null, null, null));
        for (Cell cell : row.cells().values()) {
            fields.add(cell instanceof Cell.PublishedNumber number ? Decimals.exact(number.percent()) : null);
        }
        fields.add(row.cells().get(Metric.MAP) instanceof Cell.PublishedNumber ? row.averagePrecision() : null);
        fields.addAll(Arrays.asList(null, null, null, null));
        return fields;
    }

    private static List<@Nullable String> measured(TrialOutcome trial) {
        List<@Nullable String> fields = new ArrayList<>();
        fields.addAll(Arrays.asList(
                cell(trial.spec().dataset()),
                cell(trial.spec().row()),
                "measured",
                String.valueOf(trial.spec().seed()),
                trial.id(),
                TrialCounts.word(trial.state())));
        TrialResult result = trial.result();
        if (result == null) {
            fields.addAll(Arrays.asList(new @Nullable String[Metric.values().length + 5]));
            return fields;
        }
        RetrievalScores scores = result.scores();
        for (Metric metric : Metric.values()) {
            fields.add(Decimals.exact(metric.of(scores)));
        }
        fields.addAll(List.of(
                "standard",
                String.valueOf(scores.queries()),
                String.valueOf(scores.queriesWithoutMatch()),
                String.valueOf(scores.gallery()),
                String.valueOf(scores.ties())));
        return fields;
    }

    /** A spreadsheet takes text that starts like a formula for one; an apostrophe before it says that it is text. */
    static String cell(String text) {
        String plain = PlainText.of(text);
        String start = plain.stripLeading();
        return !start.isEmpty() && "=+-@＝＋－＠".indexOf(start.charAt(0)) >= 0 ? "'" + plain : plain;
    }
}
