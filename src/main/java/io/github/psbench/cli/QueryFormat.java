package io.github.psbench.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an answer is written: for people, or unrounded for programs. */
enum QueryFormat {
    TEXT,
    CSV,
    JSON;

    /** What a file's ending says; text where it says nothing, or where there is no file. */
    static QueryFormat of(@Nullable Path file) {
        String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") ? CSV : name.endsWith(".json") ? JSON : TEXT;
    }
}
