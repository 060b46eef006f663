package io.github.psbench.export.query;

import io.github.psbench.report.statistics.Sample;
import io.github.psbench.report.text.Csv;
import io.github.psbench.report.text.Decimals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;

/** An answer as comma-separated values. A summary is three columns: n, mean, and sample standard deviation. */
final class AnswerCsv {
    private static final List<String> SUMMARY = List.of("_n", "_mean", "_sd");

    private AnswerCsv() {}

    static String of(Answer answer) {
        StringBuilder out = new StringBuilder();
        try {
            CSVPrinter printer = new CSVPrinter(out, Csv.FORMAT);
            List<String> names = new ArrayList<>();
            answer.headings().forEach(heading -> names.addAll(names(heading)));
            printer.printRecord(names);
            for (List<Cell> line : answer.lines()) {
                List<String> fields = new ArrayList<>();
                for (int i = 0; i < line.size(); i++) {
                    fields.addAll(fields(line.get(i), answer.headings().get(i).summary()));
                }
                printer.printRecord(fields);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory can always be written", e);
        }
        return out.toString();
    }

    private static List<String> names(Answer.Heading heading) {
        Answer.Pivoted pivoted = heading.pivoted();
        String where = pivoted == null ? "" : " (%s = %s)".formatted(pivoted.column(), CellText.exact(pivoted.value()));
        return heading.summary()
                ? SUMMARY.stream()
                        .map(part -> Csv.cell(heading.name() + part + where))
                        .toList()
                : List.of(Csv.cell(heading.name()));
    }

    private static List<String> fields(Cell cell, boolean summary) {
        if (cell instanceof Cell.Summary values) {
            Sample sample = values.sample();
            return List.of(
                    String.valueOf(sample.size()),
                    Decimals.exact(sample.mean()),
                    sample.standardDeviation().isPresent()
                            ? Decimals.exact(sample.standardDeviation().getAsDouble())
                            : "");
        }
        if (summary) {
            return List.of("0", "", "");
        }
        boolean text = cell instanceof Cell.Words || cell instanceof Cell.Values;
        return List.of(text ? Csv.cell(CellText.exact(cell)) : CellText.exact(cell));
    }
}
