package io.github.psbench.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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

    /**
     * A variant of a sealed interface of settings, as files and the command line write it: its name alone, or with settings.
     *
     * @param what it is, for messages, such as "data set"
     * @param text YAML: one of {@link #names}, or a mapping such as {@code {name: synthped, size: medium}}
     * @throws io.github.psbench.base.Failure of kind USAGE with every mistake, a line each
     */
    public static <T> T variant(String what, Class<T> sealed, String text) {
        Problems problems = new Problems();
        Located written = YamlReader.read(text, Place.whole(text.isEmpty() ? "''" : text), problems);
        T chosen = written == null ? null : new Binder(problems).bindVariant(what, sealed, written);
        problems.throwIfAny();
        return Objects.requireNonNull(chosen);
    }

    /** The names of a sealed interface's variants, in the order in which it permits them. */
    public static List<String> names(Class<?> sealed) {
        return List.copyOf(Keys.variants(sealed).keySet());
    }

    /** A file that comes with psbench, such as "groups/peta.yaml"; it is always there and right. */
    public static <T extends Record> T resource(String name, Class<T> type) {
        Problems problems = new Problems();
        T settings = new Binder(problems).bind(type, YamlFile.resource(name), List.of());
        problems.throwIfAny();
        return Objects.requireNonNull(settings);
    }

    /** @return null, or a record that must not be used, if anything was wrong */
    public static <T extends Record> @Nullable T read(Path file, Class<T> type, Problems problems) {
        Located.Mapping root = YamlFile.read(file, problems);
        return root == null ? null : new Binder(problems).bind(type, Layers.nest(root, problems), List.of());
    }
}
