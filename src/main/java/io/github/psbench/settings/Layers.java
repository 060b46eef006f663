package io.github.psbench.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How settings are laid over each other, and how dotted keys become nested ones. Every value keeps its own place. */
public final class Layers {
    /** The key that chooses among variants. No settings record has a component of this name. */
    public static final String NAME = "name";

    private Layers() {}

    /**
     * Lays {@code upper} over {@code lower}: mappings key by key; but a mapping that names another variant, like everything that is not a
     * mapping, replaces what lies below. A bare word is the variant of that name, so {@code ma} and {@code {name: ma}} are the same.
     */
    public static Located lay(Located upper, Located lower) {
        if (upper instanceof Located.Mapping above) {
            Located.Mapping below = asMapping(lower);
            if (below == null || anotherVariant(above, below)) {
                return above;
            }
            Located.Mapping both = lay(above, below);
            // Where a word lies below, the mapping was written above it, and a mapping may be wrong there.
            return lower instanceof Located.Scalar ? new Located.Mapping(above.place(), both.entries()) : both;
        }
        boolean sameVariant = upper instanceof Located.Scalar word
                && lower instanceof Located.Mapping below
                && below.get(NAME) instanceof Located.Scalar name
                && name.text().equals(word.text());
        return sameVariant ? lower : upper;
    }

    public static Located.Mapping lay(Located.Mapping upper, Located.Mapping lower) {
        Map<String, Located.Entry> entries = new LinkedHashMap<>(lower.entries());
        upper.entries()
                .forEach((key, entry) -> entries.merge(
                        key,
                        entry,
                        (below, above) -> new Located.Entry(above.key(), lay(above.value(), below.value()))));
        // What is missing from a mapping is reported at its lowest layer, once, and not at each row that adds to it.
        Place place = lower.place().equals(Place.BUILT_IN) ? upper.place() : lower.place();
        return new Located.Mapping(place, entries);
    }

    /** A bare word as the mapping that names this variant; null for what is neither a mapping nor a word. */
    public static Located.@Nullable Mapping asMapping(Located value) {
        if (value instanceof Located.Scalar && !value.isNone() && !value.isBlank()) {
            return Located.Mapping.of(value.place(), NAME, value);
        }
        return value instanceof Located.Mapping mapping ? mapping : null;
    }

    /** What nested settings have at a dotted key, or what ends the way to it, such as none; null if they say nothing. */
    public static @Nullable Located find(Located.Mapping settings, String key) {
        Located found = settings;
        for (String part : key.split("\\.", -1)) {
            if (!(found instanceof Located.Mapping mapping)) {
                break;
            }
            found = mapping.get(part);
        }
        return found;
    }

    private static boolean anotherVariant(Located.Mapping above, Located.Mapping below) {
        return above.get(NAME) instanceof Located.Scalar upper
                && below.get(NAME) instanceof Located.Scalar lower
                && !upper.text().equals(lower.text());
    }

    /** Rewrites {@code loss.asmr.lambda: 4} as {@code loss: {asmr: {lambda: 4}}}, at every depth. */
    public static Located.Mapping nest(Located.Mapping mapping, Problems problems) {
        Map<String, Located.Entry> entries = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            List<String> path = List.of(key.split("\\.", -1));
            if (path.stream().anyMatch(String::isBlank)) {
                problems.add(entry.key(), "the key '%s' has an empty part; write it like loss.asmr.lambda", key);
                return;
            }
            Located value = nest(entry.value(), problems);
            for (int i = path.size() - 1; i > 0; i--) {
                value = Located.Mapping.of(entry.key(), path.get(i), value);
            }
            put(entries, path.get(0), new Located.Entry(entry.key(), value), path.get(0), problems);
        });
        return new Located.Mapping(mapping.place(), entries);
    }

    private static Located nest(Located value, Problems problems) {
        if (value instanceof Located.Mapping mapping) {
            return nest(mapping, problems);
        }
        if (value instanceof Located.Sequence sequence) {
            return new Located.Sequence(
                    sequence.place(),
                    sequence.items().stream().map(item -> nest(item, problems)).toList());
        }
        return value;
    }

    /** Within one layer nothing may be given twice, whether nested or dotted. */
    private static void put(
            Map<String, Located.Entry> entries, String key, Located.Entry entry, String path, Problems problems) {
        Located.Entry earlier = entries.putIfAbsent(key, entry);
        if (earlier == null) {
            return;
        }
        Located.Mapping first = asMapping(earlier.value());
        Located.Mapping second = asMapping(entry.value());
        boolean words = earlier.value() instanceof Located.Scalar && entry.value() instanceof Located.Scalar;
        if (first == null || second == null || words) {
            problems.add(entry.key(), "'%s' is already given at %s", path, earlier.key());
            return;
        }
        Map<String, Located.Entry> together = new LinkedHashMap<>(first.entries());
        second.entries().forEach((k, e) -> put(together, k, e, path + "." + k, problems));
        entries.put(key, new Located.Entry(earlier.key(), new Located.Mapping(first.place(), together)));
    }
}
