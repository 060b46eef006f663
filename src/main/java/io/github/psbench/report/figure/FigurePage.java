package io.github.psbench.report.figure;

import io.github.psbench.report.chart.Chart;
import io.github.psbench.report.text.Csv;
import io.github.psbench.report.text.Decimals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * One figure of one data set: its numbers, and charts of them.
 *
 * @param title what is seen
 * @param seeds of how many seeds the rows have numbers, an entry a row
 * @param numbers the lines of the CSV file, the headings first; only headings where there is nothing to be seen
 * @param charts empty where the numbers cannot be drawn
 * @param notes what a reader has to know, or why something is missing, whole sentences
 */
record FigurePage(
        String title,
        List<Integer> seeds,
        List<List<@Nullable Object>> numbers,
        List<Chart> charts,
        List<String> notes) {
    FigurePage {
        seeds = List.copyOf(seeds);
        numbers = List.copyOf(numbers);
        charts = List.copyOf(charts);
        notes = List.copyOf(notes);
    }

    /** No figure. */
    static FigurePage nothing(String why) {
        return new FigurePage("", List.of(), List.of(), List.of(), List.of(why));
    }

    boolean isEmpty() {
        return numbers.size() <= 1;
    }

    /** "n = 3", or "n = 1 to 3" where rows differ. */
    String n() {
        IntStream counts = seeds.stream().mapToInt(Integer::intValue);
        int least = counts.min().orElse(0);
        int most = seeds.stream().mapToInt(Integer::intValue).max().orElse(0);
        return least == most ? "n = " + most : "n = " + least + " to " + most;
    }

    /** Comma-separated values, with full numbers; what may be any text is made harmless. */
    String csv() {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, Csv.FORMAT)) {
            for (List<@Nullable Object> line : numbers) {
                printer.printRecord(line.stream().map(FigurePage::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    private static @Nullable Object cell(@Nullable Object value) {
        if (value instanceof Double number) {
            return Double.isNaN(number) ? null : Decimals.exact(number);
        }
        return value instanceof String words ? Csv.cell(words) : value;
    }
}
