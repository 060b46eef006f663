package io.github.psbench.spec;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one YAML file that is one settings record, such as a loss on its own. */
public final class SettingsReader {
    private SettingsReader() {}

    /** @throws io.github.psbench.base.Failure of kind USAGE with every mistake of the file, a line each */
    public static <T extends Record> T read(Path file, Class<T> type) {
        Problems problems = new Problems();
        T settings = read(file, type, problems);
        problems.throwIfAny();
        if (settings == null) {
            throw new IllegalStateException(file + " gives no " + type + ", yet nothing is wrong with it");
        }
        return settings;
    }

    /** @return null, or a record that must not be used, if anything was wrong */
    static <T extends Record> @Nullable T read(Path file, Class<T> type, Problems problems) {
        Located.Mapping root = YamlFile.read(file, problems);
        return root == null ? null : new Binder(problems).bind(type, Layers.nest(root, problems), List.of());
    }
}
