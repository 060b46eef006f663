package io.github.psbench.spec;

import java.nio.file.Path;

/** Reads one YAML file that is one settings record, such as a loss on its own. */
public final class SettingsReader {
    private SettingsReader() {}

    /** @throws io.github.psbench.base.Failure of kind USAGE with every mistake of the file, a line each */
    public static <T extends Record> T read(Path file, Class<T> type) {
        throw new UnsupportedOperationException();
    }
}
