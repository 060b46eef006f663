package io.github.psbench.report.counts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.base.WholeFile;
import io.github.psbench.report.table.MarkdownTable;
import io.github.psbench.report.text.Csv;
import io.github.psbench.report.text.Json;
import io.github.psbench.report.text.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes a table of counts in every format. The same counts give the same bytes. */
public final class CountsReport {
    private CountsReport() {}

    /**
     * Writes {@code <name>.md}, {@code .csv} and {@code .json} into a folder, which is made if need be.
     *
     * @return the files written, the Markdown first
     * @throws io.github.psbench.base.Failure of kind RESOURCES if a file cannot be written
     */
    public static List<Path> write(CountsTable table, String name, Path folder) {
        Path markdown = folder.resolve(name + ".md");
        Path csv = folder.resolve(name + ".csv");
        Path json = folder.resolve(name + ".json");
        WholeFile.write(markdown, markdown(table));
        WholeFile.write(csv, csv(table));
        WholeFile.write(json, json(table));
        return List.of(markdown, csv, json);
    }

    private static String markdown(CountsTable table) {
        StringBuilder text = new StringBuilder("# Data sets\n\n");
        text.append(MarkdownTable.escape(table.caption())).append("\n\n");
        text.append("| Data set | Count | Published | Measured | Verdict |\n| --- | --- | ---: | ---: | --- |\n");
        for (CountsTable.Row row : table.rows()) {
            for (DatasetCount count : DatasetCount.values()) {
                text.append(String.format(
                        "| %s | %s | %s | %s | %s |\n",
                        count == DatasetCount.TRAIN_CATEGORIES ? MarkdownTable.escape(row.dataset()) : "",
                        count.heading(),
                        number(row.published(count)),
                        number(row.measured(count)),
                        row.verdict(count).words()));
            }
        }
        text.append('\n');
        table.notes()
                .forEach(note ->
                        text.append("- ").append(MarkdownTable.escape(note)).append('\n'));
        return text.toString();
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
     * @param columns the terminal's width
     */
    public static String text(CountsTable table, int columns) {
        StringBuilder text = new StringBuilder(paragraph(table.caption(), columns)).append('\n');
        for (CountsTable.Row row : table.rows()) {
            text.append(String.format("\n%-19s%10s%10s\n", PlainText.of(row.dataset()), "published", "measured"));
            for (DatasetCount count : DatasetCount.values()) {
                text.append(String.format(
                        "  %-17s%10s%10s  %s\n",
                        count.heading(),
                        number(row.published(count)),
                        number(row.measured(count)),
                        row.verdict(count).words()));
            }
        }
        text.append('\n');
        table.notes().forEach(note -> text.append(paragraph(note, columns)));
        return text.toString();
    }

    private static String paragraph(String plain, int columns) {
        return String.join("\n", PlainText.wrap(PlainText.of(plain), columns)) + "\n";
    }
}
