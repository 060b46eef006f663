package io.github.psbench.report.counts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.report.document.Document;
import io.github.psbench.report.document.Grid;
import io.github.psbench.report.document.ReportFiles;
import io.github.psbench.report.document.Terminal;
import io.github.psbench.report.text.Csv;
import io.github.psbench.report.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes a table of counts in every format. The same counts give the same bytes. */
public final class CountsReport {
    private CountsReport() {}

    /**
     * Writes {@code <name>.md}, {@code .tex}, {@code .html}, {@code .csv} and {@code .json} into a folder, which is made if need be.
     *
     * @return the files written, the Markdown first
     * @throws io.github.psbench.base.Failure of kind RESOURCES if a file cannot be written
     */
    public static List<Path> write(CountsTable table, String name, Path folder) {
        return new ReportFiles(name, document(table), csv(table), json(table)).write(folder);
    }

    /** The table as people read it, before it takes any format. */
    public static Document document(CountsTable table) {
        List<List<Grid.Cell>> lines = new ArrayList<>();
        for (CountsTable.Row row : table.rows()) {
            for (DatasetCount count : DatasetCount.values()) {
                CountsTable.Verdict verdict = row.verdict(count);
                lines.add(List.of(
                        Grid.Cell.of(count == DatasetCount.TRAIN_CATEGORIES ? row.dataset() : ""),
                        Grid.Cell.of(count.heading()),
                        Grid.Cell.of(number(row.published(count))),
                        Grid.Cell.of(number(row.measured(count))),
                        Grid.Cell.of(verdict.words(), verdict.emphasis())));
            }
        }
        return new Document(
                "Data sets",
                List.of(
                        new Document.Paragraph(table.caption()),
                        new Grid("", 2, List.of("Data set", "Count", "Published", "Measured", "Verdict"), lines),
                        new Document.Bullets(table.notes())));
    }

    private static String number(OptionalInt number) {
        return number.isPresent() ? String.format(Locale.ROOT, "%,d", number.getAsInt()) : "–";
    }

    /** A line a data set and count. */
    private static String csv(CountsTable table) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, Csv.FORMAT)) {
            printer.printRecord("dataset", "count", "published", "measured", "verdict");
            for (CountsTable.Row row : table.rows()) {
                for (DatasetCount count : DatasetCount.values()) {
                    printer.printRecord(
                            Csv.cell(row.dataset()),
                            count.heading(),
                            plain(row.published(count)),
                            plain(row.measured(count)),
                            row.verdict(count).words());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    private static @Nullable Integer plain(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    /** Numbers that are not known are left out. */
    public static String json(CountsTable table) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("published", table.title());
        ArrayNode datasets = root.putArray("datasets");
        for (CountsTable.Row row : table.rows()) {
            ObjectNode dataset = datasets.addObject();
            dataset.put("name", row.dataset());
            if (row.measured() != null) {
                dataset.put("images", row.measured().images());
            }
            if (row.unread() != null) {
                dataset.put("unread", row.unread());
            }
            ObjectNode counts = dataset.putObject("counts");
            for (DatasetCount count : DatasetCount.values()) {
                ObjectNode node = counts.putObject(count.heading());
                row.published(count).ifPresent(number -> node.put("published", number));
                row.measured(count).ifPresent(number -> node.put("measured", number));
                node.put("verdict", row.verdict(count).words());
            }
        }
        table.notes().forEach(root.withArray("/notes")::add);
        return Json.text(root);
    }

    /**
     * The table as text for a terminal.
     *
     * @param columns the terminal's width, less than 30 is taken for 30
     */
    public static String text(CountsTable table, int columns) {
        return Terminal.of(document(table), columns);
    }
}
