package io.github.psbench.report.table;

import io.github.psbench.eval.Metric;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.report.text.Csv;
import io.github.psbench.report.text.Decimals;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values (RFC 4180, line feeds): a line for each published row that has numbers and for each trial, with the raw values.
 * {@code averagePrecision} says what the number under {@code map} is; {@code queriesWithoutMatch, gallery, ties} are those of all queries,
 * whatever the columns are over.
 */
final class CsvTable {
    private CsvTable() {}

    static String of(Table table) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, Csv.FORMAT)) {
            List<Column> columns = columns(table);
            printer.printRecord(Stream.of(
                            Stream.of("dataset", "row", "source", "seed", "trial", "state"),
                            columns.stream().map(Column::key),
                            Stream.of("averagePrecision"),
                            table.splits().stream().map(split -> "queries" + Column.suffix(split)),
                            Stream.of("queriesWithoutMatch", "gallery", "ties"))
                    .flatMap(keys -> keys)
                    .toList());
            for (Table.Section section : table.sections()) {
                for (Row.FromPaper row : section.published()) {
                    if (columns.stream().map(row::cell).anyMatch(Cell.PublishedNumber.class::isInstance)) {
                        printer.printRecord(published(table, section.dataset(), row));
                    }
                }
                for (TrialOutcome trial : table.trials()) {
                    if (trial.spec().dataset().equals(section.dataset())) {
                        printer.printRecord(measured(table, trial));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    /** A file has room for every metric. */
    private static List<Column> columns(Table table) {
        return table.splits().stream()
                .flatMap(split -> Arrays.stream(Metric.values()).map(metric -> new Column(metric, split)))
                .toList();
    }

    private static List<@Nullable String> published(Table table, String dataset, Row.FromPaper row) {
        List<@Nullable String> fields = new ArrayList<>();
        fields.addAll(Arrays.asList(Csv.cell(dataset), Csv.cell(row.name()), "published", null, null, null));
        for (Column column : columns(table)) {
            fields.add(
                    row.cell(column) instanceof Cell.PublishedNumber number ? Decimals.exact(number.percent()) : null);
        }
        fields.add(
                row.cell(new Column(Metric.MAP, Split.ALL)) instanceof Cell.PublishedNumber
                        ? row.averagePrecision()
                        : null);
        fields.addAll(Collections.nCopies(table.splits().size() + 3, null));
        return fields;
    }

    private static List<@Nullable String> measured(Table table, TrialOutcome trial) {
        List<@Nullable String> fields = new ArrayList<>();
        fields.addAll(Arrays.asList(
                Csv.cell(trial.spec().dataset()),
                Csv.cell(trial.spec().row()),
                "measured",
                String.valueOf(trial.spec().seed()),
                trial.id(),
                TrialCounts.word(trial.state())));
        TrialResult result = trial.result();
        if (result == null) {
            fields.addAll(Collections.nCopies(
                    columns(table).size() + 1 + table.splits().size() + 3, null));
            return fields;
        }
        for (Column column : columns(table)) {
            RetrievalScores scores = column.split().of(result);
            fields.add(scores == null ? null : Decimals.exact(column.metric().of(scores)));
        }
        fields.add("standard");
        for (Split split : table.splits()) {
            RetrievalScores scores = split.of(result);
            fields.add(scores == null ? null : String.valueOf(scores.queries()));
        }
        RetrievalScores scores = result.scores();
        fields.addAll(List.of(
                String.valueOf(scores.queriesWithoutMatch()),
                String.valueOf(scores.gallery()),
                String.valueOf(scores.ties())));
        return fields;
    }
}
