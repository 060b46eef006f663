package io.github.psbench.report.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives out marks a, b, ..., z, aa, ... for notes; the same note has the same mark wherever it is needed. */
final class Marks {
    private final Map<String, String> markByText = new LinkedHashMap<>();

    /** Null for a blank note. */
    @Nullable
    String of(String text) {
        return text.isBlank() ? null : markByText.computeIfAbsent(text, unseen -> letters(markByText.size()));
    }

    /** Every note that was marked, in the order of the marks. */
    List<Table.Note> notes() {
        return markByText.entrySet().stream()
                .map(entry -> new Table.Note(entry.getValue(), entry.getKey()))
                .toList();
    }

    private static String letters(int index) {
        String last = String.valueOf((char) ('a' + index % 26));
        return index < 26 ? last : letters(index / 26 - 1) + last;
    }
}
