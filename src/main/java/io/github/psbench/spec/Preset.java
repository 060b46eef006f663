package io.github.psbench.spec;

import io.github.psbench.settings.Located;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a preset such as {@code protocol: paper} sets.
 *
 * @param settings values as they are written, by dotted keys in the preset's order; a variant without settings of its own is a bare word
 */
public record Preset(String name, Map<String, String> settings) {
    /** The paper's own protocol. */
    public static final String PAPER = "paper";

    public Preset {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** @throws IllegalArgumentException if no preset has this name */
    public static Preset of(String name) {
        if (!Protocols.NAMES.contains(name)) {
            throw new IllegalArgumentException("a preset must be one of " + Protocols.NAMES + ", got " + name);
        }
        Map<String, String> settings = new LinkedHashMap<>();
        add("", Protocols.of(name), settings);
        return new Preset(name, settings);
    }

    private static void add(String key, Located value, Map<String, String> settings) {
        if (value instanceof Located.Mapping mapping) {
            mapping.entries()
                    .forEach((name, entry) -> add(key.isEmpty() ? name : key + "." + name, entry.value(), settings));
        } else {
            settings.put(key, text(value));
        }
    }

    private static String text(Located value) {
        if (value instanceof Located.Sequence list) {
            return list.items().stream().map(Preset::text).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof Located.Scalar scalar ? scalar.text() : value.described();
    }
}
