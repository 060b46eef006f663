package io.github.psbench.data;

import io.github.psbench.base.IoReason;
import io.github.psbench.settings.Place;
import io.github.psbench.settings.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file as RFC 4180 has them: UTF-8, cells between commas, quoted where they hold commas, quotes or line breaks. Spaces
 * around cells and empty lines do not count.
 */
final class CsvRecords {
    private static final int MOST_BYTES = 1 << 27;

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false) // they are left out here, so that every record's line is known
            .setIgnoreSurroundingSpaces(true)
            .get();

    /** @param place of its first character */
    record Cells(Place place, List<String> cells) {}

    private CsvRecords() {}

    /** All records up to the first that cannot be read, if there is one; then {@code problems} says why. */
    static List<Cells> read(Path file, Problems problems) {
        String text = text(file, problems);
        return text == null ? List.of() : parse(text, file, problems);
    }

    private static List<Cells> parse(String text, Path file, Problems problems) {
        List<Cells> records = new ArrayList<>();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            Iterator<CSVRecord> iterator = parser.iterator();
            while (iterator.hasNext()) {
                List<String> cells = iterator.next().toList();
                if (cells.size() > 1 || !cells.get(0).isEmpty()) {
                    records.add(new Cells(place(file, line), cells));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException e) {
            // There is no file behind the text, so only the parser's own refusal comes here.
            problems.add(
                    place(file, line),
                    "not valid CSV: a quoted cell begins here that no quote ends, or that goes on behind its last quote; a quote within "
                            + "quotes is written twice");
        }
        return records;
    }

    private static @Nullable String text(Path file, Problems problems) {
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(file)) {
            bytes = stream.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            problems.add(
                    Place.whole(file.toString()),
                    "cannot be read: %s",
                    IoReason.of(e).why());
            return null;
        }
        if (bytes.length > MOST_BYTES) {
            problems.add(
                    Place.whole(file.toString()), "larger than %d MiB, so it is no list of pictures", MOST_BYTES >> 20);
            return null;
        }
        CharBuffer characters = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), characters, true);
        String text = characters.flip().toString();
        if (result.isError()) {
            problems.add(place(file, line(text)), "not UTF-8 text; save it as UTF-8");
            return null;
        }
        int control = control(text);
        if (control < text.length()) {
            problems.add(
                    place(file, line(text.substring(0, control))), "the control character U+%04X is not allowed", (int)
                            text.charAt(control));
            return null;
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Where the first control character is that has no place in a line of text. */
    private static int control(String text) {
        int i = 0;
        while (i < text.length()
                && (!Character.isISOControl(text.charAt(i)) || "\t\r\n".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    /** The line at the end of a text. */
    private static long line(String text) {
        return text.chars().filter(c -> c == '\n').count() + 1;
    }

    private static Place place(Path file, long line) {
        return new Place(file.toString(), Math.toIntExact(line), 1);
    }
}
